import { callTo } from '../calls-underway.js';
import type { Channel } from '../channel.js';
import { hangupCause } from '../hangup-cause.js';
import { introduce } from './introduce.js';

/** The end of the dialplan of a channel is what asks for its end (AST_SOFTHANGUP_APPUNLOAD). */
const dialplanIsOver = 16;

/** A channel that is called and not answered, and that a picker may take. */
export function findRinging(
  picker: Channel,
  isWanted: (channel: Channel) => boolean,
): Channel | undefined {
  for (const channel of picker.pbx.channels.values()) {
    if (channel === picker || channel.state === 'Up' || channel.isRunning) continue;
    if (callTo(channel)?.caller !== undefined && isWanted(channel)) return channel;
  }
  return undefined;
}

/**
 * Answers a call in the place of the channel that is called, whose part the picker takes over
 * (ast_do_pickup: a masquerade). The channel that was called ends.
 */
export function pickUp(picker: Channel, target: Channel): boolean {
  const call = callTo(target);
  if (call?.caller === undefined) return false;
  const { caller } = call;
  picker.answer();
  introduce(picker, caller);
  const { pbx } = picker;
  const pickup = { ...picker.fields(), ...target.fields('Target') };
  const place = picker.place;
  // It leaves the dialplan for the one who called, in a moment.
  picker.isMoving = true;
  picker.place = target.place;
  picker.enter(target.application, target.applicationData);
  pbx.emit('Pickup', ['call'], pickup);
  call.takeOver(picker);
  target.place = place;
  target.requestHangup(dialplanIsOver, hangupCause.answeredElsewhere);
  pbx.soon(() => {
    target.hangUp();
  });
  return true;
}
