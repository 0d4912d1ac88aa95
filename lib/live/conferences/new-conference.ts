import type { Conference } from './conference.js';

/** A conference of which only the name is known. */
export function newConference(name: string): Conference {
  return {
    name,
    bridgeId: undefined,
    isLocked: false,
    isRecording: undefined,
    startedAt: undefined,
    participants: new Map(),
  };
}
