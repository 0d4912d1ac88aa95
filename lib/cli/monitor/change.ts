import type { Call, EndedCall } from './call.js';

/** Something about a call that is worth a line. */
export type CallChange =
  | {
      /**
       * A call is new; its state or who is in it has changed; people have been connected with each
       * other.
       */
      readonly type: 'call-added' | 'call-state' | 'call-connected';
      readonly at: number;
      readonly call: Call;
    }
  | { readonly type: 'call-ended'; readonly at: number; readonly call: EndedCall };
