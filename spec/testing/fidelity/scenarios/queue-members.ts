import type { Scenario } from '../scenario.js';

const carl = { Queue: 'members', Interface: 'Local/stays@default/n' };
const dora = { Queue: 'refused', Interface: 'Local/stays@default/n' };

/** Members of queues, changed by a manager. */
export const queueMembers: readonly Scenario[] = [
  {
    name: 'queue-members',
    run: async (stage) => {
      await stage.act('Setvar', { Variable: 'DEVICE_STATE(Custom:carl)', Value: 'NOT_INUSE' });
      await stage.pass(100);
      await stage.act('QueueAdd', {
        ...carl,
        MemberName: 'Carl',
        Penalty: 2,
        Paused: true,
        StateInterface: 'Custom:carl',
      });
      await stage.act('QueuePause', { ...carl, Paused: false });
      await stage.act('QueuePause', { ...carl, Paused: true, Reason: 'lunch' });
      await stage.act('QueuePenalty', { ...carl, Penalty: 5 });
      await stage.act('QueueMemberRingInUse', { ...carl, RingInUse: 'no' });
      await stage.act('Setvar', { Variable: 'DEVICE_STATE(Custom:carl)', Value: 'INUSE' });
      await stage.until('QueueMemberStatus');
      await stage.list('QueueStatus', { Queue: 'members' });
      await stage.act('QueueRemove', carl);
    },
  },
  {
    name: 'queue-members-refused',
    run: async (stage) => {
      await stage.act('QueueAdd', dora);
      await stage.act('QueueAdd', dora);
      await stage.act('QueueAdd', { ...dora, Queue: 'none' });
      await stage.act('QueueAdd', { Queue: 'refused' });
      await stage.act('QueueRemove', dora);
      await stage.act('QueueRemove', dora);
      await stage.act('QueuePause', { ...dora, Paused: true });
      await stage.act('QueuePenalty', { ...dora, Penalty: 1 });
    },
  },
];
