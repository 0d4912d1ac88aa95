import { filter, map, merge, timer } from 'rxjs';
import { first } from '../process.js';
import type { Process } from '../process.js';
import { ConnectedCall } from './connected-call.js';
import type { MemberCall } from './member-call.js';
import { tellDurations } from './visit-variables.js';

/** How long an announcement is said to take, in ms. */
const announcementMs = 2000;

/**
 * Lets a member who has answered wait, or hear an announcement, as the queue wants; whether it is
 * still there then.
 */
export function* prepareMember(call: MemberCall, announce: string): Process<boolean> {
  const { caller, channel: callee } = call;
  const { memberdelay, announce: usual } = caller.queue.options;
  const ms = memberdelay * 1000 + (announce === '' && usual === '' ? 0 : announcementMs);
  if (ms === 0 || callee === undefined) return true;
  const { pbx } = caller.channel;
  const hangup$ = callee.control$.pipe(filter((control) => control === 'hangup'));
  const isThere = yield* first(
    merge(hangup$.pipe(map(() => false)), timer(ms, pbx.scheduler).pipe(map(() => true))),
  );
  if (!isThere) call.dump();
  return isThere;
}

/** Bridges a caller, who has left the queue, with the member, until one of them leaves. */
export function* serveCaller(call: MemberCall, since: number, isInTime: boolean): Process {
  const { caller, member, channel: callee } = call;
  if (callee === undefined) return;
  const { channel } = caller;
  const { pbx } = channel;
  const answeredAt = pbx.now();
  const connected = new ConnectedCall(caller, member, callee, isInTime);
  const bridge = pbx.bridges.createBasic();
  connected.watch(bridge.id);
  callee.run(() => bridge.seat(callee));
  try {
    yield* bridge.seat(channel);
  } finally {
    const now = pbx.now();
    const order = channel.isMoving ? 'dialled first' : 'talked first';
    tellDurations(channel, now - since, now - answeredAt, order);
  }
}
