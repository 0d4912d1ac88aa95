import type { AmiEvent } from '../../../lib/wire/index.js';
import { eventOf } from '../support/written-events.js';

/** Events and list entries of a queue `q`, in the spelling of Asterisk 16 to 22. */
export const of = {
  join: (id: string, position: number): AmiEvent =>
    eventOf('QueueCallerJoin', { ...caller(id), Priority: '1', ...queue, Position: `${position}` }),
  leave: (id: string): AmiEvent => eventOf('QueueCallerLeave', { ...caller(id), ...queue }),
  abandon: (id: string): AmiEvent => eventOf('QueueCallerAbandon', { ...caller(id), ...queue }),
  hangup: (id: string): AmiEvent => eventOf('Hangup', caller(id)),
  agent: (name: string, id: string, member: string, fields: Fields = {}): AmiEvent =>
    eventOf(name, {
      ...caller(id),
      DestUniqueid: `${id}-${member}`,
      ...queue,
      Interface: member,
      MemberName: member,
      ...fields,
    }),
  member: (name: string, member: string, fields: Fields = {}): AmiEvent =>
    eventOf(name, { ...queue, MemberName: member, Interface: member, ...memberFields, ...fields }),
  params: (fields: Fields = {}): AmiEvent =>
    eventOf('QueueParams', { ...queue, Max: '0', Strategy: 'ringall', Completed: '0', ...fields }),
  listedMember: (member: string, fields: Fields = {}): AmiEvent =>
    eventOf('QueueMember', {
      ...queue,
      Name: member,
      Location: member,
      ...memberFields,
      ...fields,
    }),
  entry: (id: string, position: number, fields: Fields = {}): AmiEvent =>
    eventOf('QueueEntry', {
      ...queue,
      Position: `${position}`,
      ...caller(id),
      Wait: '0',
      Priority: '0',
      ...fields,
    }),
};

export type Fields = Readonly<Record<string, string>>;

const queue = { Queue: 'q' };
const memberFields = {
  Membership: 'static',
  Penalty: '0',
  CallsTaken: '0',
  LastCall: '0',
  InCall: '0',
  Status: '1',
  Paused: '0',
};

function caller(id: string): Fields {
  return { Channel: `PJSIP/${id}`, CallerIDNum: id, ConnectedLineNum: '<unknown>', Uniqueid: id };
}
