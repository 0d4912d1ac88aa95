import type { CallRecord } from './call-record.js';

/** Finds the call of a channel, which is about to change. */
export type Touch = (channelId: string | undefined) => CallRecord | undefined;
