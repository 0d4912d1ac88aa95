import type { PlainEvent } from './plain-event.js';

interface Apart {
  readonly because: string;
  /** The field whose value names the source; the event itself is the source without it. */
  readonly by?: string;
}

/**
 * Events that real servers send out of step with all else that concerns the same channel or bridge,
 * so that they are compared among themselves only, without what they say of the state of channels.
 */
const apart: Readonly<Record<string, Apart>> = {
  OriginateResponse: { because: 'told by the thread that dials' },
  DeviceStateChange: { because: 'found out later by a thread of its own', by: 'Device' },
  ExtensionStatus: { because: 'follows from devices, in a thread of its own', by: 'Exten' },
  PresenceStatus: { because: 'follows from presences, in a thread of its own', by: 'Exten' },
  PresenceStateChange: { because: 'told by a thread of its own', by: 'Presentity' },
  QueueMemberStatus: { because: 'follows from devices, in a thread of its own', by: 'Interface' },
  MessageWaiting: { because: 'told by a thread of its own', by: 'Mailbox' },
  HangupRequest: { because: 'told by whoever asks, while the channel goes on', by: 'Channel' },
  AgentComplete: { because: 'told before or after either channel is gone', by: 'Queue' },
  ParkedCall: { because: 'told by the parking lot, not the bridge', by: 'Parkinglot' },
  UnParkedCall: { because: 'told by the parking lot, not the bridge', by: 'Parkinglot' },
  ParkedCallTimeOut: { because: 'told by the parking lot, not the bridge', by: 'Parkinglot' },
  ParkedCallGiveUp: { because: 'told by the parking lot, not the bridge', by: 'Parkinglot' },
  Pickup: { because: 'told by the one who picks up, while the dial ends', by: 'Channel' },
  ConfbridgeStart: { because: 'told by the conference, not the bridge', by: 'Conference' },
  ConfbridgeJoin: { because: 'told by the conference, not the bridge', by: 'Conference' },
  ConfbridgeLeave: { because: 'told by the conference, not the bridge', by: 'Conference' },
  ConfbridgeEnd: { because: 'told by the conference, not the bridge', by: 'Conference' },
};

/** The variable is set by the thread of whoever else is in the bridge. */
const peerVariable = 'BRIDGEPEER';

/** The name of the source of an event that is compared apart. */
export function apartSource(event: PlainEvent): string | undefined {
  if (event.name === 'VarSet' && event.get('Variable') === peerVariable) {
    return `${peerVariable} of ${event.get('Channel') ?? 'nobody'}`;
  }
  const rule = apart[event.name];
  if (rule === undefined) return undefined;
  return [event.name, ...(rule.by === undefined ? [] : [event.get(rule.by)])].join(' ');
}
