import type { Observable } from 'rxjs';
import type { AmiClient } from '../client/index.js';
import { agentKind } from './agents/agent-model.js';
import { bridgeKind } from './bridges/bridge-model.js';
import { callKind } from './calls/call-model.js';
import { channelKind } from './channels/channel-model.js';
import { conferenceKind } from './conferences/conference-model.js';
import type { LiveState } from './core/active-model.js';
import { liveOf, stateOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import type { Kind, Model } from './core/model.js';
import { deviceKind } from './devices/device-model.js';
import { endpointKind } from './endpoints/endpoint-model.js';
import { registrationKind } from './endpoints/registration-model.js';
import { extensionKind } from './extensions/extension-model.js';
import { mailboxKind } from './mailboxes/mailbox-model.js';
import { parkingLotKind } from './parking/parking-lot-model.js';
import { parkingKind } from './parking/parking-model.js';
import { queueKind } from './queues/queue-model.js';

const kinds = {
  channels: channelKind,
  bridges: bridgeKind,
  calls: callKind,
  queues: queueKind,
  conferences: conferenceKind,
  parking: parkingKind,
  parkingLots: parkingLotKind,
  agents: agentKind,
  devices: deviceKind,
  extensions: extensionKind,
  endpoints: endpointKind,
  registrations: registrationKind,
  mailboxes: mailboxKind,
};

type Kinds = typeof kinds;
type ValueOf<K> = K extends Kind<infer M> ? (M extends Model<infer V> ? V : never) : never;

/** Everything that is known of an exchange, kind by kind. */
export type LiveExchange = { readonly [K in keyof Kinds]: Live<ValueOf<Kinds[K]>> } & {
  /**
   * `live` when all of them are, `stale` when any is; the latest first. While somebody subscribes to
   * it, all are kept. Completes and errors as they do.
   */
  readonly state$: Observable<LiveState>;
};

/**
 * The whole exchange, for those who want it all: one subscription to the events, each list asked for
 * once. Subscribe to `state$` to keep everything, and read what you need from `current`, `changes$` and
 * `watch` of each kind; or subscribe to some kinds alone, which keeps those.
 *
 * What a server does not have, such as agents or chan_sip, is empty.
 *
 * @example
 * ```ts
 * import { filter } from 'rxjs';
 * import { connect } from 'rxjs-ami';
 * import { liveExchange } from 'rxjs-ami/live';
 *
 * const exchange = liveExchange(connect('monitor:secret@localhost'));
 * exchange.state$.pipe(filter((state) => state === 'live')).subscribe(() => {
 *   console.log(exchange.calls.current.size, 'calls', exchange.endpoints.current.size, 'endpoints');
 * });
 * ```
 */
export function liveExchange(ami: AmiClient, options?: LiveOptions): LiveExchange {
  const lives = Object.entries(kinds).map(([name, kind]) => [
    name,
    liveOf(ami, kind as Kind, options),
  ]);
  return {
    ...(Object.fromEntries(lives) as Omit<LiveExchange, 'state$'>),
    state$: stateOf(ami, Object.values(kinds), options),
  };
}
