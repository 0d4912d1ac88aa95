import { isTrue } from '../is-true.js';
import { readConfig } from '../read-config.js';
import type { QueueMemberInit } from './queue-member.js';
import { readOptions } from './queue-options.js';
import type { QueueOptions } from './queue-options.js';

/** A queue of queues.conf. */
export interface QueueDefinition {
  readonly name: string;
  readonly options: QueueOptions;
  readonly members: readonly MemberDefinition[];
}

/** A member of queues.conf. */
interface MemberDefinition {
  readonly interface: string;
  readonly init: QueueMemberInit;
}

/** What queues.conf says. */
export function readQueues(text: string): QueueDefinition[] {
  const sections = readConfig(text);
  const general = sections.filter(({ name }) => name === 'general').flatMap((one) => one.entries);
  // Of the general options, only this one is what queues begin with.
  const inherited = general.filter(([key]) => key.toLowerCase() === 'autofill');
  return sections
    .filter(({ name }) => name !== 'general')
    .map(({ name, entries }) => ({
      name,
      options: readOptions([...inherited, ...entries]),
      members: entries.filter(([key]) => key === 'member').map(([, value]) => readMember(value)),
    }));
}

/** `interface,penalty,name,state_interface,ringinuse,wrapuptime,paused` */
function readMember(text: string): MemberDefinition {
  const [location = '', penalty = '', name = '', stateInterface = '', ...rest] = text
    .split(',')
    .map((part) => part.trim());
  const [ringInUse = '', wrapUpTime = '', paused = ''] = rest;
  return {
    interface: location,
    init: {
      membership: 'static',
      penalty: Math.max(0, Number.parseInt(penalty, 10) || 0),
      ...(name === '' ? {} : { name }),
      ...(stateInterface === '' ? {} : { stateInterface }),
      ...(ringInUse === '' ? {} : { ringInUse: isTrue(ringInUse) }),
      ...(wrapUpTime === '' ? {} : { wrapUpTime: Number.parseInt(wrapUpTime, 10) || 0 }),
      ...(paused === '' ? {} : { isPaused: isTrue(paused) }),
    },
  };
}
