import type { EndedCall, Heir, ShownCall, ShownTransfer } from './call.js';
import type { ShownQueue } from './queue.js';

/** Something about a call that is worth a line. */
export type CallChange =
  | {
      /**
       * A call is new; its state or who is in it has changed; people have been connected with each
       * other.
       */
      readonly type: 'call-added' | 'call-state' | 'call-connected';
      readonly at: number;
      readonly call: ShownCall;
    }
  | {
      readonly type: 'call-transferred';
      readonly at: number;
      readonly call: ShownCall;
      readonly transfer: ShownTransfer;
    }
  | {
      /** A call has become part of another one. */
      readonly type: 'call-merged';
      readonly at: number;
      readonly call: ShownCall;
      readonly into: Heir;
    }
  | { readonly type: 'call-ended'; readonly at: number; readonly call: EndedCall };

/** Something about a queue that is worth a line: its numbers, or that there is no such queue any more. */
export type QueueChange =
  | { readonly type: 'queue'; readonly at: number; readonly queue: ShownQueue }
  | { readonly type: 'queue-removed'; readonly at: number; readonly queue: ShownQueue };
