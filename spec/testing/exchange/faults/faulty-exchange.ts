import { Subject } from 'rxjs';
import { connect } from '../../../../lib/index.js';
import type { AmiClient, ConnectOptions, Message } from '../../../../lib/index.js';
import { FaultInjector } from '../../../../lib/testing/exchange/faults/fault-injector.js';
import {
  readMessage,
  splitMessages,
} from '../../../../lib/testing/exchange/faults/split-messages.js';
import { ClientEnd } from '../../../../lib/testing/exchange/manager/client-end.js';
import type { Link } from '../../../../lib/testing/exchange/manager/link.js';
import { VirtualClock } from '../../../../lib/testing/index.js';

/** A connection on which everything arrives at once, so that a spec sees it in the next line. */
function connection(): { readonly client: ClientEnd; readonly server: Link } {
  const received$ = new Subject<Uint8Array>();
  const client = new ClientEnd({
    write: (chunk) => {
      received$.next(Buffer.from(chunk));
    },
    close: () => {
      received$.complete();
    },
  });
  const server: Link = {
    received$,
    remoteAddress: '127.0.0.1',
    send: (data) => {
      client.receive(typeof data === 'string' ? Buffer.from(data, 'latin1') : data);
    },
    end: () => {
      client.receiveEnd();
    },
    destroy: () => {
      client.receiveError(new Error('read ECONNRESET'));
    },
  };
  return { client, server };
}

/**
 * A small exchange in virtual time, whose connections have faults: it accepts any login, has three devices, and answers
 * all other actions by `Success`.
 */
export class FaultyExchange {
  readonly clock = new VirtualClock();
  /** The `restart`s that were asked for. */
  readonly restarts: unknown[] = [];
  readonly faults = new FaultInjector(this.clock, (fault) => this.restarts.push(fault));
  readonly sockets: ClientEnd[] = [];
  /** The ActionIDs of what was carried out, in order. */
  readonly carriedOut: (string | undefined)[] = [];
  readonly #links = new Set<Link>();

  /** A client; `waiting` lasts one second. */
  connect(options: ConnectOptions = {}): AmiClient {
    return connect({
      username: 'admin',
      secret: 's3cret',
      scheduler: this.clock,
      reconnect: { initialDelayMs: 1000, factor: 1, jitter: 'none' },
      transport: () => this.#dial(),
      ...options,
    });
  }

  /** A client that is online. */
  online(options: ConnectOptions = {}): AmiClient {
    const ami = this.connect(options);
    this.clock.advance();
    return ami;
  }

  /** Sends an event to everybody. */
  emit(name: string, fields: Readonly<Record<string, string>> = {}): void {
    for (const link of this.#links) link.send(write({ Event: name, ...fields }));
  }

  #dial(): ClientEnd {
    const { client, server } = connection();
    this.sockets.push(client);
    this.clock.schedule(() => {
      const link = this.faults.accept(server);
      if (link !== undefined) this.#serve(link);
    });
    return client;
  }

  #serve(link: Link): void {
    let rest = '';
    link.received$.subscribe({
      next: (bytes) => {
        const split = splitMessages(rest + Buffer.from(bytes).toString('latin1'));
        rest = split.rest;
        for (const text of split.whole) this.#answer(readMessage(text), link);
      },
      complete: () => {
        this.#links.delete(link);
      },
    });
    link.send('Asterisk Call Manager/11.0.0\r\n');
  }

  #answer(action: Message, link: Link): void {
    const { actionId = '' } = action;
    const respond = (fields: Record<string, string> = {}, status = 'Success'): void => {
      link.send(write({ Response: status, ActionID: actionId, ...fields }));
    };
    switch (action.get('Action')) {
      case 'Challenge':
        respond({ Challenge: '865539679' });
        break;
      case 'Login':
        respond({ Message: 'Authentication accepted' });
        link.send(write({ Event: 'FullyBooted', Privilege: 'system,all' }));
        this.#links.add(link);
        break;
      case 'Logoff':
        respond({}, 'Goodbye');
        link.end();
        break;
      case 'Ping':
        respond({ Ping: 'Pong' });
        break;
      case 'DeviceStateList':
        this.carriedOut.push(actionId);
        link.send(listOf(actionId));
        break;
      default:
        this.carriedOut.push(actionId);
        respond();
    }
  }
}

function listOf(actionId: string): string {
  const fields = { ActionID: actionId };
  return [
    { Response: 'Success', ...fields, EventList: 'start', Message: 'Device states will follow' },
    ...['a', 'b', 'c'].map((name) => ({
      Event: 'DeviceStateChange',
      ...fields,
      Device: `PJSIP/${name}`,
      State: 'NOT_INUSE',
    })),
    { Event: 'DeviceStateListComplete', ...fields, EventList: 'Complete', ListItems: '3' },
  ]
    .map(write)
    .join('');
}

function write(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${lines.join('')}\r\n`;
}
