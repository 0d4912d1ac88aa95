import { of } from 'rxjs';
import { placeOf } from '../../../lib/cli/monitor/surroundings.js';
import type { MonitorInput } from '../../../lib/cli/monitor/monitor-model.js';
import { callKind } from '../../../lib/live/calls/call-model.js';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { Change } from '../../../lib/live/core/change.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import { ModelSet } from '../../../lib/live/core/model-set.js';
import { queueKind } from '../../../lib/live/queues/queue-model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';

/** The entries of lists, by their actions; those that are not here are refused. */
export type Lists = Readonly<Record<string, readonly AmiEvent[]>>;

/** What a monitor is fed with, out of events and lists, without a connection. */
export class LiveFold {
  readonly #models = new ModelSet();
  #inputs: MonitorInput[] = [];

  constructor() {
    this.#listen(channelKind, ({ key: channelId, value }) => {
      const place = value === undefined ? undefined : placeOf(value);
      return { type: 'place', channelId, place };
    });
    this.#listen(callKind, (change) => ({ type: 'call', change }));
    this.#listen(queueKind, (change) => ({ type: 'queue', change }));
  }

  /** Takes an event. */
  take(event: AmiEvent, at: number): MonitorInput[] {
    this.#models.take(event, at);
    return [{ type: 'event' }, ...this.#inputs.splice(0)];
  }

  /** Takes the lists with which a session begins. */
  list(lists: Lists, at: number): MonitorInput[] {
    const { actives, context } = this.#models;
    for (const active of actives) active.startSync(false);
    context.take('resync', at);
    for (const { model } of actives) {
      model.seed((name) => of(lists[name]), false).subscribe();
      this.#models.settle();
    }
    for (const active of actives) active.finishSync(context, at);
    return this.#inputs.splice(0);
  }

  #listen<V>(kind: Kind<Model<V>>, toInput: (change: Change<V>) => MonitorInput): void {
    this.#models.use(kind).model.table.listener = {
      next: (change) => {
        this.#inputs.push(toInput(change));
      },
    };
  }
}
