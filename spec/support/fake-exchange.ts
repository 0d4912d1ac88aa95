import { connect } from '../../lib/index.js';
import type { AmiClient, ConnectOptions, Message } from '../../lib/index.js';
import { VirtualClock } from '../../lib/testing/index.js';
import { FakeSocket } from './fake-socket.js';
import type { Answer } from './fake-socket.js';

const credentials = { username: 'admin', secret: 's3cret' };

/** What to do with a dial: `undefined` for a server that is there. */
export type Dialled = (attempt: number) => Error | undefined;

/**
 * The far end of a client at which a spec says what happens, in virtual time: every dial makes a
 * {@link FakeSocket} that greets, accepts any login, says that it is booted, and answers Logoff. For
 * what an exchange does, specs have the simulated one.
 */
export class FakeExchange {
  /** Every connection so far. */
  readonly sockets: FakeSocket[] = [];
  /** What the server answers to all other actions. */
  answer: Answer = () => undefined;
  /** Whether FullyBooted follows a login. */
  booted = true;
  /** The answer to a Challenge. */
  challenge: Record<string, string> = { Response: 'Success', Challenge: '865539679' };
  /** Whether nothing at all is answered. */
  isDeaf = false;
  /** What a login is refused with, if it is. */
  refusal: string | undefined;
  /** Whether a dial fails. */
  dialled: Dialled = () => undefined;
  /** What comes first on a connection. */
  greeting = 'Asterisk Call Manager/11.0.0\r\n';

  constructor(readonly clock = new VirtualClock()) {}

  /** A client of this exchange, in its virtual time. */
  connect(options: ConnectOptions = {}): AmiClient {
    return connect({ ...credentials, ...this.options, ...options });
  }

  /** A client that is online. */
  online(options: ConnectOptions = {}): AmiClient {
    const ami = this.connect(options);
    this.clock.advance();
    return ami;
  }

  /** Options that lead to this exchange. */
  get options(): ConnectOptions {
    return {
      scheduler: this.clock,
      keepAlive: false,
      transport: () => this.#dial(),
    };
  }

  /** The newest connection. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nobody has dialled');
    return socket;
  }

  /** The actions on the newest connection, but those of the login. */
  get asked(): Message[] {
    return this.socket.actions.filter(
      (one) => !/^(Challenge|Login)$/.test(one.get('Action') ?? ''),
    );
  }

  #dial(): FakeSocket {
    const socket = new FakeSocket((action, on) => {
      this.#answer(action, on);
    });
    this.sockets.push(socket);
    const failure = this.dialled(this.sockets.length);
    this.clock.schedule(() => {
      if (failure === undefined) socket.receive(this.greeting);
      else socket.fail(failure);
    });
    return socket;
  }

  #answer(action: Message, socket: FakeSocket): void {
    if (this.isDeaf) return;
    switch (action.get('Action')) {
      case 'Challenge':
        socket.reply(this.challenge, action);
        break;
      case 'Login':
        if (this.refusal !== undefined) {
          socket.reply({ Response: 'Error', Message: this.refusal }, action);
          socket.finish();
          break;
        }
        socket.reply({ Response: 'Success', Message: 'Authentication accepted' }, action);
        if (this.booted) socket.reply({ Event: 'FullyBooted', Privilege: 'system,all' });
        break;
      case 'Logoff':
        socket.reply({ Response: 'Goodbye' }, action);
        socket.finish();
        break;
      default:
        this.answer(action, socket);
    }
  }
}
