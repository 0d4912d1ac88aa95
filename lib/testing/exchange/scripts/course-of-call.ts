import { filter, map, merge, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Channel } from '../pbx/channel.js';
import type { FieldValue } from '../pbx/fields.js';
import { hangupCause } from '../pbx/hangup-cause.js';
import type { Pbx } from '../pbx/pbx.js';
import { first } from '../pbx/process.js';
import type { Process } from '../pbx/process.js';

/** One side of a call: who has called, or who has answered last. */
export type Side = 'caller' | 'callee';

const sides: readonly unknown[] = ['caller', 'callee'];

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

  /** How to find one side: once it is there, or once it talks. */
  lookFor(side: Side, when: 'there' | 'talking'): () => Channel | undefined {
    if (!sides.includes(side)) throw new RangeError(`A call has no side ${side}`);
    return () => {
      const one = this[side];
      const together = one?.bridge?.channels.length ?? 0;
      const isThere = one?.isHungUp === false && (when === 'there' || together > 1);
      return isThere ? one : undefined;
    };
  }

  /** Hangs up, and waits until that is done. */
  *hangUp(channel: Channel): Process {
    channel.receiveHangup(hangupCause.normalClearing);
    yield* this.until(() => channel.isHungUp || undefined);
  }

  /** Somebody is about to leave by a transfer: if that is the caller, the other one is that now. */
  leave(channel: Channel): void {
    if (channel === this.caller) this.caller = otherThan(channel) ?? channel;
  }

  /** The consultation is over: the callee is who was that before. */
  goBack(): void {
    const { consultant } = this;
    if (consultant !== undefined) {
      this.callee = consultant === this.caller ? otherThan(consultant) : consultant;
    }
    this.consultant = undefined;
    this.consultation = undefined;
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

/** Whom somebody talks to. */
export function otherThan(channel: Channel): Channel | undefined {
  return channel.bridge?.channels.find((one) => one !== channel);
}
