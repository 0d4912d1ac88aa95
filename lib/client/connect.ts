import { AmiClient } from './ami-client.js';
import type { ConnectOptions } from './options.js';
import { resolvePolicy } from './reconnect-policy.js';
import { resolveSettings } from './settings.js';

/**
 * Connects to an Asterisk Manager, and goes on doing so: dials now, logs in, and whenever the
 * session is lost opens a new one, under the same streams.
 *
 * A refused login is final by default; everything else is tried again for ever, with growing,
 * random delays. `status$` tells where it stands. Call `end()` or `close()` when done, or the
 * process stays alive.
 *
 * @param target - `tcp://user:secret@host:5038`, `tls://user:secret@host:5039` or
 *   `user:secret@host`, with credentials percent-encoded; or the options themselves.
 * @param options - Everything else; wins over what the target says.
 * @throws TypeError for a target or option that can never work.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 *
 * const ami = connect('tls://monitor:secret@pbx.example.com');
 *
 * ami.event('Newchannel').subscribe((event) => {
 *   console.log(event.CallerIDNum, 'calls', event.Exten);
 * });
 * ami.status$.subscribe((status) => console.log(status.state));
 * ```
 */
export function connect(target: string | ConnectOptions, options: ConnectOptions = {}): AmiClient {
  const given = typeof target === 'string' ? undefined : target.reconnect;
  return new AmiClient(resolveSettings(target, options), resolvePolicy(options.reconnect ?? given));
}
