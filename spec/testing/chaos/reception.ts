import { tap } from 'rxjs';
import type { Message } from '../../../lib/index.js';
import type { Exchange } from '../../../lib/testing/index.js';
import { readMessage, splitMessages } from '../../../lib/testing/exchange/faults/split-messages.js';
import type { Link } from '../../../lib/testing/exchange/manager/link.js';

/** What reaches an exchange behind all faults: every action of every connection, in order. */
export class Reception {
  readonly actions: Message[] = [];

  constructor(
    exchange: Exchange,
    private readonly log: (text: string) => void,
  ) {
    const { faults } = exchange;
    const accept = faults.accept.bind(faults);
    faults.accept = (link) => {
      const accepted = accept(link);
      return accepted === undefined ? undefined : this.#overhear(accepted);
    };
  }

  /** How often an action came that has this value in a field. */
  count(field: string, value: string): number {
    return this.actions.filter((action) => action.get(field) === value).length;
  }

  /** The ActionIDs that came more than once. */
  get repeated(): string[] {
    const ids = this.actions.flatMap(({ actionId }) => actionId ?? []);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  }

  #overhear(link: Link): Link {
    let rest = '';
    return {
      remoteAddress: link.remoteAddress,
      received$: link.received$.pipe(
        tap((bytes) => {
          const split = splitMessages(rest + Buffer.from(bytes).toString('latin1'));
          rest = split.rest;
          for (const text of split.whole) this.#take(readMessage(text));
        }),
      ),
      send: (data) => {
        link.send(data);
      },
      end: () => {
        link.end();
      },
      destroy: () => {
        link.destroy();
      },
    };
  }

  #take(action: Message): void {
    this.actions.push(action);
    this.log(`received ${action.get('Action') ?? ''} ${action.actionId ?? ''}`);
  }
}
