/** The states of a channel that occur here, with their numbers (channelstate.h). */
export const channelStates = { Down: 0, Ring: 4, Ringing: 5, Up: 6, Busy: 7 } as const;

/** The state of a channel, as `ChannelStateDesc` says it. */
export type ChannelState = keyof typeof channelStates;
