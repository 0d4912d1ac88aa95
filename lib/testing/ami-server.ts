import { createHash, randomInt } from 'node:crypto';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';
import { parseMessages } from '../wire/index.js';
import { fromSocket } from '../client/index.js';
import { AmiServerConnection } from './ami-server-connection.js';
import type { ActionHandler } from './ami-server-connection.js';

/** What an {@link AmiServer} says and does. */
export interface AmiServerOptions {
  /**
   * The first line; `undefined` for the default, an empty string for none.
   * @defaultValue 'Asterisk Call Manager/11.0.0'
   */
  readonly greeting?: string;
  /**
   * Users and their secrets.
   * @defaultValue \{ admin: 'secret' \}
   */
  readonly users?: Readonly<Record<string, string>>;
  /**
   * Whether `FullyBooted` follows a login.
   * @defaultValue true
   */
  readonly booted?: boolean;
  /**
   * Answers an action in place of the server: `true` if it did (or shall not be answered).
   */
  readonly onAction?: ActionHandler;
  /** Called when a client has logged in, after what it is told of that. */
  readonly onLogin?: (connection: AmiServerConnection) => void;
  /** Key and certificate, for TLS. */
  readonly tls?: tls.TlsOptions;
  /** Port to listen on; 0 for any. */
  readonly port?: number;
}

/**
 * A small Asterisk Manager on a real socket of the loopback interface: greeting, login (plain and
 * MD5), Ping, Logoff, and whatever `onAction` answers.
 *
 * What it receives is read by the library's own parser.
 */
export class AmiServer {
  /** Every connection so far, the newest last. */
  readonly connections: AmiServerConnection[] = [];
  readonly #server: net.Server;

  private constructor(private readonly options: AmiServerOptions) {
    const accept = (socket: Socket): void => {
      this.#accept(socket);
    };
    this.#server =
      options.tls === undefined ? net.createServer(accept) : tls.createServer(options.tls, accept);
  }

  /** Starts a server; resolves when it listens. */
  static listen(options: AmiServerOptions = {}): Promise<AmiServer> {
    const server = new AmiServer(options);
    return new Promise((resolve, reject) => {
      server.#server.once('error', reject);
      server.#server.listen(options.port ?? 0, '127.0.0.1', () => {
        resolve(server);
      });
    });
  }

  /** The port it listens on. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** An AMI URL with the credentials of its first user. */
  get url(): string {
    const [[username, secret] = ['', '']] = Object.entries(this.#users);
    const credentials = `${encodeURIComponent(username)}:${encodeURIComponent(secret)}`;
    const scheme = this.options.tls === undefined ? 'tcp' : 'tls';
    return `${scheme}://${credentials}@127.0.0.1:${this.port}`;
  }

  /** The newest connection. */
  get connection(): AmiServerConnection {
    const connection = this.connections.at(-1);
    if (connection === undefined) throw new Error('Nobody has connected yet');
    return connection;
  }

  /** Sends an event to every session that is logged in. */
  broadcast(name: string, fields: Readonly<Record<string, string | number>> = {}): void {
    for (const connection of this.connections) {
      if (connection.isLoggedIn) connection.sendEvent(name, fields);
    }
  }

  /** Stops listening and cuts every connection; resolves when all is closed. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      for (const connection of this.connections) connection.destroy();
    });
  }

  get #users(): Readonly<Record<string, string>> {
    return this.options.users ?? { admin: 'secret' };
  }

  #accept(socket: Socket): void {
    const connection = new AmiServerConnection(socket);
    this.connections.push(connection);
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    const challenge = String(randomInt(100_000_000, 999_999_999));
    const answer = this.options.onAction;
    fromSocket(socket)
      .pipe(parseMessages())
      .subscribe({
        next: (action) => {
          connection.actions.push(action);
          if (answer?.(action, connection) === true) return;
          this.#answer(action, connection, challenge);
        },
        error: () => undefined,
      });
    const greeting = this.options.greeting ?? 'Asterisk Call Manager/11.0.0';
    if (greeting !== '') connection.send(`${greeting}\r\n`);
  }

  #answer: (...args: [...Parameters<ActionHandler>, challenge: string]) => void = (
    action,
    connection,
    challenge,
  ) => {
    const name = action.get('Action')?.toLowerCase();
    if (name === 'challenge') connection.respond(action, 'Success', { Challenge: challenge });
    else if (name === 'login') {
      const secret = this.#users[action.get('Username') ?? ''];
      const key = createHash('md5')
        .update(`${challenge}${secret ?? ''}`)
        .digest('hex');
      const isRight = action.has('Key')
        ? action.get('Key') === key
        : action.get('Secret') === secret;
      if (secret === undefined || !isRight) {
        connection.respond(action, 'Error', { Message: 'Authentication failed' });
        connection.end();
        return;
      }
      connection.isLoggedIn = true;
      connection.respond(action, 'Success', { Message: 'Authentication accepted' });
      if (this.options.booted !== false) {
        connection.sendEvent('FullyBooted', {
          Privilege: 'system,all',
          Uptime: 60,
          LastReload: 60,
          Status: 'Fully Booted',
        });
      }
      this.options.onLogin?.(connection);
    } else if (name === 'ping') {
      connection.respond(action, 'Success', { Ping: 'Pong', Timestamp: '1795396608.807567' });
    } else if (name === 'logoff') {
      connection.respond(action, 'Goodbye', { Message: 'Thanks for all the fish.' });
      connection.end();
    } else {
      const text = `Invalid/unknown command: ${action.get('Action') ?? ''}. Use Action: ListCommands`;
      connection.respond(action, 'Error', { Message: text });
    }
  };
}
