import type { Application } from '../application.js';
import { isEmpty, readEmptyConditions } from '../queues/empty-conditions.js';
import { QueueCaller } from '../queues/queue-caller.js';
import { QueueVisit } from '../queues/queue-visit.js';
import type { Queue } from '../queues/queue.js';
import { clearVariables } from '../queues/visit-variables.js';

/** Lets a caller wait until a member of a queue takes the call: `Queue(name,options,URL,announce,timeout)`. */
export const queue: Application = function* (channel, data) {
  const [name = '', letters = '', , announce = '', timeout = '', ...rest] = data.split(',');
  // Before it come AGI, Gosub and rule, and with 16 a macro.
  const position = Number.parseInt(rest[channel.pbx.version === '16' ? 4 : 3] ?? '', 10);
  clearVariables(channel);
  const entered = channel.pbx.queues.find(name);
  if (entered === undefined) {
    channel.setVariable('QUEUESTATUS', 'UNKNOWN');
    return true;
  }
  const caller = new QueueCaller(entered, channel, {
    ...(timeout === '' ? {} : { timeout: Number.parseInt(timeout, 10) || 0 }),
    ...(position > 0 ? { position } : {}),
  });
  const refusal = refusalOf(entered, caller);
  const result = refusal ?? (yield* new QueueVisit(caller, { letters, announce }).run());
  if (result === undefined) return false;
  channel.setVariable('QUEUESTATUS', result);
  return true;
};

/** Why the caller may not join, if he may not. */
function refusalOf({ options, members, callers }: Queue, caller: QueueCaller): string | undefined {
  if (isEmpty(members, readEmptyConditions(options.joinempty, 'join'), caller)) return 'JOINEMPTY';
  return options.maxlen > 0 && callers.length >= options.maxlen ? 'FULL' : undefined;
}
