import { ignoreElements, ReplaySubject, Subscription, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { AmiServer } from '../ami-server.js';
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
 * the recording ended, all connections are cut. Actions other than `Login`, `Challenge`, `Ping` and `Logoff` are
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
    private readonly server: AmiServer,
    private readonly playing: Subscription,
    /** Completes when the whole recording has been replayed, at once if it has been. */
    readonly ended$: Observable<never>,
  ) {}

  /** Starts a server; resolves when it listens. */
  static async listen(
    recording: Recording,
    { port, users, ...options }: ReplayServerOptions = {},
  ): Promise<ReplayServer> {
    const ended$ = new ReplaySubject<never>(1);
    const playing = new Subscription();
    let hasBegun = false;
    const server = await AmiServer.listen({
      ...(port === undefined ? {} : { port }),
      ...(users === undefined ? {} : { users }),
      onLogin: () => {
        if (hasBegun) return;
        hasBegun = true;
        const replayed$ = replayEvents(recording, options).pipe(
          tap((entry) => {
            send(server, entry);
          }),
          ignoreElements(),
        );
        playing.add(replayed$.subscribe(ended$));
      },
    });
    return new ReplayServer(server, playing, ended$.asObservable());
  }

  /** The port it listens on. */
  get port(): number {
    return this.server.port;
  }

  /** An AMI URL with the credentials of its first user. */
  get url(): string {
    return this.server.url;
  }

  /** Stops, and cuts all connections; resolves when all is closed. `ended$` stays as it is. */
  close(): Promise<void> {
    this.playing.unsubscribe();
    return this.server.close();
  }
}

function send({ connections }: AmiServer, entry: ReplayedEvent): void {
  for (const connection of connections) {
    if (entry.type === 'end') connection.destroy();
    // Each login has one of its own.
    else if (connection.isLoggedIn && entry.event.name !== 'FullyBooted') {
      connection.send(`${entry.event.lines.join('\r\n')}\r\n\r\n`);
    }
  }
}
