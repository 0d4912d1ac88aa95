import type { Call, Change, Transfer } from '../../live/index.js';
import type { CallStep, ShownCall, ShownTransfer } from './call.js';
import { CallTrack } from './call-track.js';
import { describeCall } from './describe-call.js';
import type { Party } from './party.js';
import type { Place, Surroundings } from './surroundings.js';

/** The calls of an exchange as they are shown. Pure: changes and moments in, steps out. */
export class CallBoard {
  readonly #tracks = new Map<string, CallTrack>();
  readonly #places = new Map<string, Place>();
  readonly #around: Surroundings = {
    placeOf: (channelId) => this.#places.get(channelId),
    callOf: (channelId) => this.#callOf(channelId),
  };
  readonly #transfers = new WeakSet<Transfer>();

  /** The calls that are up. */
  get calls(): ShownCall[] {
    return [...this.#tracks.values()].map(({ shown }) => shown).filter((one) => one !== undefined);
  }

  /** The same as the exchange has them. */
  get lives(): Call[] {
    return [...this.#tracks.values()]
      .filter(({ shown }) => shown !== undefined)
      .map(({ call }) => call);
  }

  /** Notes what the dialplan does with a channel; `undefined` once it is gone. */
  place(channelId: string, place: Place | undefined): void {
    if (place === undefined) this.#places.delete(channelId);
    else this.#places.set(channelId, place);
  }

  /** Takes a change and returns what it means. */
  take({ key, value }: Change<Call>, at: number): CallStep[] {
    if (value === undefined) {
      this.#tracks.delete(key);
      return [];
    }
    const track = this.#tracks.get(key) ?? new CallTrack(value);
    track.call = value;
    this.#tracks.set(key, track);
    if (value.state === 'ended') {
      this.#tracks.delete(key);
      const call = track.end(at);
      return call === undefined ? [] : [{ type: 'ended', call }];
    }
    if (value.mergedInto !== undefined) {
      this.#tracks.delete(key);
      const call = track.shown;
      const id = value.mergedInto;
      const into = { id, who: this.#tracks.get(id)?.shown?.who };
      return call === undefined ? [] : [{ type: 'merged', call, into }];
    }
    const description = describeCall(value, this.#around);
    if (description === undefined) return [];
    const call = track.update(description, at);
    const transfers = value.transfers.filter((one) => !this.#transfers.has(one));
    for (const one of transfers) this.#transfers.add(one);
    return [
      ...transfers.map((one): CallStep => {
        return { type: 'transferred', call, transfer: toShown(one, call) };
      }),
      { type: 'changed', call },
    ];
  }

  #callOf(channelId: string): Call | undefined {
    for (const { call } of this.#tracks.values()) {
      if (call.legs.some((leg) => leg.channelId === channelId)) return call;
    }
    return undefined;
  }
}

function toShown({ type, by, to, isSuccessful }: Transfer, call: ShownCall): ShownTransfer {
  const target = [call.who, ...call.with].find(({ channel }: Party) => channel === to);
  return { type, isSuccessful, by, to: target ?? to };
}
