import type { AmiClient, ConnectOptions, Message } from '../../../lib/index.js';
import { liveOf } from '../../../lib/live/core/live-of.js';
import type { LiveOptions } from '../../../lib/live/core/live-of.js';
import type { Live } from '../../../lib/live/core/live.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import { FakeExchange } from '../../support/fake-exchange.js';
import type { FakeSocket } from '../../support/fake-socket.js';

/** What a list has, by name; or the message with which it is refused. */
type Listing = Readonly<Record<string, string>> | string;

interface Lists {
  LampList?: Listing;
  DoorList?: Listing;
  [action: string]: Listing | undefined;
}

/** An exchange without a network that has lists, some time after they are asked for. */
export class ListingExchange extends FakeExchange {
  /** The lists by the names of their actions; others are unknown. */
  readonly lists: Lists = { LampList: {} };
  /** How long it takes until a list comes. */
  listMs = 0;
  /** How long it takes until a Ping is answered. */
  pingMs = 0;

  #ami: AmiClient | undefined;

  /** The client of this exchange, online at first; it comes back a second after a loss. */
  get ami(): AmiClient {
    return (this.#ami ??= this.online({ reconnect: { jitter: 'none' } }));
  }

  /** The things of a kind on this exchange. */
  live(kind: Kind<Model<string>>, options?: LiveOptions): Live<string> {
    return liveOf(this.ami, kind, options);
  }

  override connect(options: ConnectOptions = {}): AmiClient {
    this.answer = (action, socket) => {
      const delayMs = action.get('Action') === 'Ping' ? this.pingMs : this.listMs;
      this.clock.schedule(() => {
        this.#answer(action, socket);
      }, delayMs);
    };
    return super.connect(options);
  }

  /** Tells of a thing, such as `Lamp hall on`, and of its end by `LampGone hall`. */
  tell(...words: string[]): void {
    for (const text of words) {
      const [Event = '', Name = '', State = ''] = text.split(' ');
      this.socket.reply({ Event, Name, State });
    }
  }

  /** Loses the session, and lets the client come back. */
  lose(): void {
    this.socket.fail(new Error('reset'));
    this.clock.advance(1000);
  }

  /** How often a list was asked for, in all sessions. */
  countOf(action: string): number {
    return this.sockets.flatMap(({ names }) => names).filter((name) => name === action).length;
  }

  /** How many timers are running, those of the client included. */
  get timers(): number {
    return this.clock.pending;
  }

  #answer(action: Message, socket: FakeSocket): void {
    const name = action.get('Action') ?? '';
    if (name === 'Ping') {
      socket.reply({ Response: 'Success', Ping: 'Pong' }, action);
      return;
    }
    const list = this.lists[name] ?? 'Invalid/unknown command: x. Use Action: ListCommands';
    if (typeof list === 'string') {
      socket.reply({ Response: 'Error', Message: list }, action);
      return;
    }
    socket.reply({ Response: 'Success', EventList: 'start' }, action);
    for (const [Name, State] of Object.entries(list)) {
      socket.reply({ Event: `${name}Entry`, Name, State }, action);
    }
    socket.reply({ Event: `${name}Complete`, EventList: 'Complete' }, action);
  }
}
