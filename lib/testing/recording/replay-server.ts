import {
  asapScheduler,
  filter,
  ignoreElements,
  observeOn,
  ReplaySubject,
  switchMap,
  take,
  tap,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { Exchange } from '../exchange/exchange.js';
import type { Account } from '../exchange/manager/account.js';
import type { ActionHandler } from '../exchange/manager/action-request.js';
import type { Recording } from './recording.js';
import type { ReplayOptions } from './replay-entries.js';
import { replayEvents } from './replay-events.js';
import type { ReplayedEvent } from './replay-events.js';

/** How a {@link ReplayServer} replays. */
export interface ReplayServerOptions extends ReplayOptions {
  /**
   * Port to listen on; 0 for any.
   * @defaultValue 0
   */
  readonly port?: number;
  /**
   * Users and their secrets.
   * @defaultValue \{ admin: 'secret' \}
   */
  readonly users?: Readonly<Record<string, string>>;
}

/**
 * A server on the loopback interface where a recording happens again, for programs that connect to an
 * exchange.
 *
 * It begins when the first client has logged in. Events come to all who are logged in; where a session of
 * the recording ended, all connections are closed. Actions other than `Login`, `Challenge`, `Ping` and `Logoff` are
 * answered with an error: what an exchange would have answered is not known. After the last event the
 * server stays, and is quiet.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { connect } from 'rxjs-ami';
 * import { parseRecording, ReplayServer } from 'rxjs-ami/testing';
 *
 * const recording = parseRecording(readFileSync('monday.ami', 'utf8'));
 * const server = await ReplayServer.listen(recording, { speed: 10 });
 * const ami = connect(server.url);
 * ami.event('Hangup').subscribe(({ Channel }) => console.log(Channel));
 * server.ended$.subscribe({
 *   complete: () => {
 *     ami.close();
 *     void server.close();
 *   },
 * });
 * ```
 */
export class ReplayServer {
  private constructor(
    private readonly exchange: Exchange,
    private readonly playing: Subscription,
    /** Completes when the whole recording has been replayed, at once if it has been. */
    readonly ended$: Observable<never>,
  ) {}

  /** Starts a server; resolves when it listens. */
  static async listen(
    recording: Recording,
    { port, users = { admin: 'secret' }, ...options }: ReplayServerOptions = {},
  ): Promise<ReplayServer> {
    const exchange = new Exchange({
      ...(port === undefined ? {} : { port }),
      users: Object.entries(users).map(([username, secret]): Account => {
        // What the exchange has to say itself is `FullyBooted` alone.
        return { username, secret, read: ['system'] };
      }),
      phones: {},
      queues: '',
      onAction: refuse,
    });
    const ended$ = new ReplaySubject<never>(1);
    const playing = exchange.pbx.events$
      .pipe(
        filter(({ name }) => name === 'SuccessfulAuth'),
        take(1),
        // The login is answered behind this event.
        observeOn(asapScheduler),
        switchMap(() => replayEvents(recording, options)),
        tap((entry) => {
          send(exchange, entry);
        }),
        ignoreElements(),
      )
      .subscribe(ended$);
    await exchange.listen();
    return new ReplayServer(exchange, playing, ended$.asObservable());
  }

  /** The port it listens on. */
  get port(): number {
    return this.exchange.port;
  }

  /** An AMI URL with the credentials of its first user. */
  get url(): string {
    return this.exchange.url;
  }

  /** Stops, and cuts all connections; resolves when all is closed. `ended$` stays as it is. */
  close(): Promise<void> {
    this.playing.unsubscribe();
    return this.exchange.close();
  }
}

const refuse: ActionHandler = (request) => {
  const name = request.get('Action');
  if (/^(login|challenge|ping|logoff)$/i.test(name)) return false;
  const advice = 'Use Action: ListCommands to show available commands.';
  request.respond('Error', { Message: `Invalid/unknown command: ${name}. ${advice}` });
  return true;
};

function send({ sessions }: Exchange, entry: ReplayedEvent): void {
  for (const session of sessions) {
    if (entry.type === 'end') session.close();
    // Each login has one of its own.
    else if (session.username !== '' && entry.event.name !== 'FullyBooted') {
      session.send(`${entry.event.lines.join('\r\n')}\r\n\r\n`);
    }
  }
}
