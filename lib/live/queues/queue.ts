import type { Party } from '../channels/channel.js';

/** What the device of a queue member is doing, by its state interface. */
export type QueueMemberState =
  | 'unknown'
  | 'not-in-use'
  | 'in-use'
  | 'busy'
  | 'invalid'
  | 'unavailable'
  | 'ringing'
  | 'ring-in-use'
  | 'on-hold';

/** How a member came into its queue: by the configuration, by an action, or by a realtime database. */
export type QueueMembership = 'static' | 'dynamic' | 'realtime';

/** The call that a queue has brought to a member. */
export interface QueueMemberCall {
  /** The Uniqueid of the caller's channel. */
  readonly channelId: string;
  /** The Uniqueid of the channel by which the member was called, where it was said. */
  readonly memberChannelId: string | undefined;
  /** `ringing` from when the member is called until the two are connected. */
  readonly state: 'ringing' | 'talking';
  /** When this state began, in milliseconds since 1970. */
  readonly since: number;
}

/** Somebody who answers the calls of a queue, as that queue has it. */
export interface QueueMember {
  /** What is dialled, such as `PJSIP/alice`. */
  readonly interface: string;
  /** The interface where there is no other name. */
  readonly name: string;
  /** The device whose state is that of the member. */
  readonly stateInterface: string;
  readonly state: QueueMemberState;
  readonly membership: QueueMembership | undefined;
  readonly isPaused: boolean;
  readonly pauseReason: string | undefined;
  /** When the pause began; `undefined` of a member who is not paused. */
  readonly pausedAt: number | undefined;
  /** When the latest pause began, over or not. */
  readonly lastPauseAt: number | undefined;
  readonly penalty: number;
  /** Whether it is called while it talks. Only events say so. */
  readonly ringInUse: boolean | undefined;
  /** How many calls it has completed; a few seconds behind. */
  readonly callsTaken: number;
  /** When the last of them ended; a few seconds behind. */
  readonly lastCallAt: number | undefined;
  readonly loginAt: number | undefined;
  /** Its own rest after a call, in milliseconds; older versions do not say it. */
  readonly wrapUpMs: number | undefined;
  /**
   * Whether the queue has it in a call. Of a member with several calls, the latest counts. With
   * `shared_lastcall` a call of another queue counts as well. Where only lists tell, it is a few seconds
   * behind.
   */
  readonly isInCall: boolean;
  /** `undefined` also of a call that was there before anybody looked. */
  readonly call: QueueMemberCall | undefined;
}

/** Somebody who waits in a queue. */
export interface QueueCaller {
  /** The Uniqueid of the channel. */
  readonly channelId: string;
  /** The name of the channel. */
  readonly channel: string;
  readonly caller: Party;
  readonly connected: Party;
  /** From 1 on. */
  readonly position: number;
  /** In milliseconds since 1970; of who was there before, to the second. */
  readonly joinedAt: number;
  /** The higher, the sooner; only lists say it. */
  readonly priority: number | undefined;
}

/**
 * What has come of the calls of a queue since its statistics were last reset, and how long they took on
 * average: recent calls count more.
 */
export interface QueueFigures {
  /** How many calls were answered and are over. */
  readonly completed: number;
  /** How many callers gave up, or were sent away by a time-out or for want of members. */
  readonly abandoned: number;
  readonly averageHoldMs: number;
  readonly averageTalkMs: number;
  /** How many of the completed calls were answered within the service level, of 100. */
  readonly serviceLevelPercent: number;
  /** The same of all calls: who gave up within the service level counts as served. */
  readonly serviceLevelPercentOfAll: number | undefined;
}

/**
 * A queue: who waits in it, and who answers. Its values do not change; an event makes a new one, in
 * which the parts that are the same are the same objects.
 *
 * Times that events do not bring about are by the clock of the exchange.
 */
export interface Queue {
  readonly name: string;
  /** Such as `ringall`, `rrmemory`, `leastrecent`; `undefined` until a list has said it. */
  readonly strategy: string | undefined;
  /** How many may wait; `undefined` where there is no limit. */
  readonly max: number | undefined;
  readonly weight: number | undefined;
  /** Within which time calls should be answered. */
  readonly serviceLevelMs: number | undefined;
  /** Only lists have them; `undefined` until one has come. */
  readonly figures: QueueFigures | undefined;
  /** The moment of the list that was the first to say these figures, in milliseconds since 1970. */
  readonly figuresAt: number | undefined;
  /** By interface. */
  readonly members: ReadonlyMap<string, QueueMember>;
  /** In the order of their positions. */
  readonly waiting: readonly QueueCaller[];
}
