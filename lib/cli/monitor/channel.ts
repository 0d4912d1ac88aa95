import type { AmiEvent } from '../../wire/index.js';

/** What the monitor knows of a channel. */
export interface Channel {
  /** Its Uniqueid. */
  readonly id: string;
  /** In which order it was first seen, from 1. */
  readonly order: number;
  /** Such as `PJSIP/alice-0000002a`. */
  readonly name: string;
  /** The call that it belongs to; may change. */
  readonly linkedid: string;
  /** Asterisk's `ChannelStateDesc`: `Down`, `Ring`, `Ringing`, `Up` … */
  readonly state: string;
  readonly number: string | undefined;
  readonly callerName: string | undefined;
  /** Where it is in the dialplan. */
  readonly exten: string | undefined;
  /** The bridge that it is in. */
  readonly bridge?: string | undefined;
  /** The dial that brings it about. */
  readonly dial?: Dial | undefined;
  /** Who answers there, by the queue's own list. */
  readonly member?: string | undefined;
  /** The queue that it waits in. */
  readonly queue?: string | undefined;
  /** The conference that it is in. */
  readonly room?: string | undefined;
  readonly isHeld?: boolean;
  readonly isParked?: boolean;
  /** It was found in the middle of a dial or queue, whose other side is not known. */
  readonly isLinked?: boolean;
}

/** A dial, seen from the channel that is dialled. */
export interface Dial {
  /** Who dials; `undefined` where the exchange does so itself (an Originate). */
  readonly by: string | undefined;
  readonly isOpen: boolean;
  readonly isRinging: boolean;
}

/** The facts of a channel that come with nearly every event about it. */
export type Snapshot = Pick<
  Channel,
  'id' | 'name' | 'linkedid' | 'state' | 'number' | 'callerName' | 'exten'
>;

/**
 * Reads a channel out of an event; `undefined` where there is none.
 *
 * @param prefix - Whose: nothing, or `Dest`.
 */
export function readSnapshot(event: AmiEvent, prefix = ''): Snapshot | undefined {
  const id = event.get(`${prefix}Uniqueid`);
  const state = event.get(`${prefix}ChannelStateDesc`);
  if (id === undefined || state === undefined) return undefined;
  return {
    id,
    state,
    name: event.get(`${prefix}Channel`) ?? '',
    linkedid: event.get(`${prefix}Linkedid`) ?? id,
    number: known(event.get(`${prefix}CallerIDNum`)),
    callerName: known(event.get(`${prefix}CallerIDName`)),
    exten: known(event.get(`${prefix}Exten`)),
  };
}

/** A value, unless it is Asterisk's way to say that there is none. */
export function known(value: string | undefined): string | undefined {
  return value === '' || value === '<unknown>' || value === 'unknown' ? undefined : value;
}

// Channels that Asterisk makes for itself: announcers, recorders, and the like.
const INTERNAL = /^(?:CBAnn|CBRec|Announcer|Recorder|Surrogate|Message|Snoop)\//;

/** Whether nobody can be at the other end of such a channel. */
export function isInternal(channel: Channel): boolean {
  return INTERNAL.test(channel.name);
}
