import type { AmiEvent } from '../../wire/index.js';

/**
 * Why something in a live state has changed.
 *
 * - `event`: the exchange said so.
 * - `seed`: it was there before anybody asked, or came while the first lists were read.
 * - `resync`: what differs after a lost session, a reload or a restart.
 * - `check`: a periodic comparison with the exchange found that an event had been lost.
 */
export type Cause =
  | { readonly type: 'event'; readonly event: AmiEvent }
  | { readonly type: 'seed' | 'resync' | 'check' };

/**
 * One step of a live state. Folded from nothing on, the changes that a subscriber gets are the
 * state: `added` puts `value` under `key`, `updated` replaces `previous`, `removed` takes it away.
 */
export type Change<V> =
  | {
      readonly type: 'added';
      readonly key: string;
      readonly value: V;
      readonly previous: undefined;
      readonly cause: Cause;
    }
  | {
      readonly type: 'updated';
      readonly key: string;
      readonly value: V;
      readonly previous: V;
      readonly cause: Cause;
    }
  | {
      readonly type: 'removed';
      readonly key: string;
      readonly value: undefined;
      readonly previous: V;
      readonly cause: Cause;
    };
