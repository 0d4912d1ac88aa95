import type { Queue, QueueCaller, QueueMember } from '../../../../lib/live/index.js';
import type { AmiEvent } from '../../../../lib/index.js';
import { differences } from './differences.js';
import type { Difference, Facts } from './differences.js';

/** Where queues, their members and callers differ from a `QueueStatus`. */
export function queueDifferences(
  queues: ReadonlyMap<string, Queue>,
  entries: readonly AmiEvent[],
): Difference[] {
  const all = [...queues.values()];
  const of = (name: string) => entries.filter((entry) => entry.name === name);
  return [
    ...differences(
      'queue',
      byKey(all, ({ name }) => name, ofQueue),
      listed(of('QueueParams'), (entry) => text(entry, 'Queue'), toldOfQueue),
    ),
    ...differences(
      'member',
      byKey(
        all.flatMap(membersOf),
        ({ key }) => key,
        ({ member }) => ofMember(member),
      ),
      listed(
        of('QueueMember'),
        (entry) => `${text(entry, 'Location')} of ${text(entry, 'Queue')}`,
        toldOfMember,
      ),
    ),
    ...differences(
      'caller',
      byKey(
        all.flatMap(callersOf),
        ({ key }) => key,
        ({ caller }) => ofCaller(caller),
      ),
      listed(
        of('QueueEntry'),
        (entry) => `${text(entry, 'Uniqueid')} in ${text(entry, 'Queue')}`,
        toldOfCaller,
      ),
    ),
  ];
}

function byKey<T>(all: readonly T[], key: (one: T) => string, facts: (one: T) => Facts) {
  return new Map(all.map((one) => [key(one), facts(one)]));
}

const listed = byKey<AmiEvent>;

function membersOf({ name, members }: Queue) {
  return [...members.values()].map((member) => ({ key: `${member.interface} of ${name}`, member }));
}

function callersOf({ name, waiting }: Queue) {
  return waiting.map((caller) => ({ key: `${caller.channelId} in ${name}`, caller }));
}

function ofQueue({ strategy, max, weight, serviceLevelMs, figures, waiting }: Queue): Facts {
  return {
    strategy,
    max: max ?? 0,
    weight,
    serviceLevelMs,
    waiting: waiting.length,
    completed: figures?.completed,
    abandoned: figures?.abandoned,
  };
}

function toldOfQueue(entry: AmiEvent): Facts {
  return {
    strategy: text(entry, 'Strategy'),
    max: number(entry, 'Max'),
    weight: number(entry, 'Weight'),
    serviceLevelMs: number(entry, 'ServiceLevel') * 1000,
    waiting: number(entry, 'Calls'),
    completed: number(entry, 'Completed'),
    abandoned: number(entry, 'Abandoned'),
  };
}

function ofMember(member: QueueMember): Facts {
  return {
    name: member.name,
    stateInterface: member.stateInterface,
    membership: member.membership,
    state: member.state,
    penalty: member.penalty,
    isPaused: member.isPaused,
    pauseReason: member.pauseReason ?? '',
    isInCall: member.isInCall,
    callsTaken: member.callsTaken,
    lastCallAt: member.lastCallAt ?? 0,
  };
}

/** Numbers as of `enum` ast_device_state. */
const states = [
  ...['unknown', 'not-in-use', 'in-use', 'busy', 'invalid', 'unavailable', 'ringing'],
  ...['ring-in-use', 'on-hold'],
];

function toldOfMember(entry: AmiEvent): Facts {
  return {
    name: text(entry, 'Name'),
    stateInterface: text(entry, 'StateInterface'),
    membership: text(entry, 'Membership'),
    state: states[number(entry, 'Status')],
    penalty: number(entry, 'Penalty'),
    isPaused: text(entry, 'Paused') === '1',
    // Version 22 says why it has come back as well.
    pauseReason: text(entry, 'Paused') === '1' ? text(entry, 'PausedReason') : '',
    isInCall: text(entry, 'InCall') === '1',
    callsTaken: number(entry, 'CallsTaken'),
    lastCallAt: number(entry, 'LastCall') * 1000,
  };
}

function ofCaller({ channel, position, caller, connected }: QueueCaller): Facts {
  return {
    channel,
    position,
    parties: [caller.number, caller.name, connected.number, connected.name],
  };
}

function toldOfCaller(entry: AmiEvent): Facts {
  const known = (name: string) => {
    const value = text(entry, name);
    return value === 'unknown' || value === '<unknown>' || value === '' ? undefined : value;
  };
  return {
    channel: text(entry, 'Channel'),
    position: number(entry, 'Position'),
    parties: ['CallerIDNum', 'CallerIDName', 'ConnectedLineNum', 'ConnectedLineName'].map(known),
  };
}

function text(entry: AmiEvent, name: string): string {
  return entry.get(name) ?? '';
}

function number(entry: AmiEvent, name: string): number {
  return Number(text(entry, name));
}
