import { filter, map, merge, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Channel } from '../pbx/channel.js';
import type { FieldValue } from '../pbx/fields.js';
import type { Pbx } from '../pbx/pbx.js';
import { first } from '../pbx/process.js';
import type { Process } from '../pbx/process.js';

/** How long a step waits until it can be taken. */
const patienceMs = 120_000;

/** Who has part in a call that goes by a script, and what comes of it. */
export class CourseOfCall {
  caller: Channel | undefined;
  /** Who has answered last. */
  callee: Channel | undefined;
  /** Who consults somebody, and the channel by which he does. */
  consultant: Channel | undefined;
  consultation: Channel | undefined;
  /** Where it is parked. */
  space: number | undefined;

  constructor(private readonly pbx: Pbx) {}

  /** Whether all its channels are gone. */
  get isOver(): boolean {
    return this.caller !== undefined && this.#channels.length === 0;
  }

  /** The phone that rings. */
  get ringing(): Channel | undefined {
    return this.#channels.find(
      ({ name, state }) => state === 'Ringing' && !name.startsWith('Local/'),
    );
  }

  /** Whatever happens to its channels. */
  get news$(): Observable<unknown> {
    return this.pbx.events$.pipe(
      filter(({ fields }) => {
        const ids = this.#linkedids;
        return ids.includes(fields['Linkedid']) || ids.includes(fields['DestLinkedid']);
      }),
    );
  }

  /** Waits until there is what is looked for, or until there is no hope of it. */
  *until<T>(look: () => T | undefined): Process<T | undefined> {
    const patience$ = timer(patienceMs, this.pbx.scheduler);
    const found = look();
    if (found !== undefined || this.isOver) return found;
    return yield* first(
      merge(
        this.news$.pipe(
          map(look),
          filter((value) => value !== undefined || this.isOver),
        ),
        patience$.pipe(map(() => undefined)),
      ).pipe(take(1)),
    );
  }

  get #channels(): Channel[] {
    const ids = this.#linkedids;
    return [...this.pbx.channels.values()].filter(({ linkedid }) => ids.includes(linkedid));
  }

  /** That of the call, and that of a consultation, as long as it is another. */
  get #linkedids(): (FieldValue | undefined)[] {
    return [this.caller, this.consultation].flatMap((channel) => channel?.linkedid ?? []);
  }
}
