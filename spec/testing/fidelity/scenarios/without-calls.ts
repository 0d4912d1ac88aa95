import type { Scenario } from '../scenario.js';
import { callFrom } from './callers.js';

/** What goes on beside calls. */
export const withoutCalls: readonly Scenario[] = [
  {
    name: 'variables',
    run: async (stage) => {
      await stage.act('Setvar', { Variable: 'FIDELITY', Value: 'yes' });
      await stage.act('Getvar', { Variable: 'FIDELITY' });
      await stage.act('Getvar', { Variable: 'FIDELITY_NONE' });
      const caller = await callFrom(stage, 'stays');
      await stage.until('OriginateResponse');
      await stage.pass(100);
      await stage.act('Setvar', { Channel: caller, Variable: 'ORDER', Value: '42' });
      await stage.act('Getvar', { Channel: caller, Variable: 'ORDER' });
      await stage.act('Getvar', { Channel: caller, Variable: 'CALLERID(num)' });
      await stage.act('Setvar', { Channel: caller, Variable: 'CALLERID(name)', Value: 'Anna' });
      await stage.act('Setvar', { Channel: 'Local/none', Variable: 'ORDER', Value: '42' });
      await stage.act('Getvar', { Channel: 'Local/none', Variable: 'ORDER' });
      await stage.act('Hangup', { Channel: caller });
    },
  },
  {
    name: 'database',
    run: async (stage) => {
      const key = { Family: 'fidelity', Key: 'one' };
      await stage.act('DBPut', { ...key, Val: '1' });
      await stage.list('DBGet', key);
      await stage.act('DBDel', key);
      await stage.list('DBGet', key);
      await stage.act('DBDel', key);
      await stage.act('DBPut', { ...key, Val: '2' });
      await stage.act('DBDelTree', { Family: 'fidelity' });
    },
  },
  {
    name: 'device-state',
    run: async (stage) => {
      for (const Value of ['INUSE', 'RINGING', 'NOT_INUSE']) {
        await stage.act('Setvar', { Variable: 'DEVICE_STATE(Custom:desk)', Value });
        await stage.until('ExtensionStatus', { Exten: 'desk' }, 1);
        await stage.pass(100);
      }
      await stage.act('ExtensionState', { Context: 'default', Exten: 'desk' });
      await stage.act('ExtensionState', { Context: 'default', Exten: 'nobody' });
    },
  },
  {
    name: 'presence',
    run: async (stage) => {
      await stage.act('Setvar', {
        Variable: 'PRESENCE_STATE(CustomPresence:door)',
        Value: 'dnd,sub,hello',
      });
      await stage.until('PresenceStateChange');
      await stage.pass(100);
      await stage.act('PresenceState', { Provider: 'CustomPresence:door' });
      await stage.act('Setvar', {
        Variable: 'PRESENCE_STATE(CustomPresence:door)',
        Value: 'available',
      });
      await stage.until('PresenceStateChange', {}, 2);
    },
  },
  {
    name: 'refusals',
    run: async (stage) => {
      const nobody = { Channel: 'Local/none' };
      const where = { Context: 'default', Exten: 'stays' };
      await stage.act('Hangup', nobody);
      await stage.act('Redirect', { ...nobody, ...where, Priority: 1 });
      await stage.act('BlindTransfer', { ...nobody, ...where });
      await stage.act('Atxfer', { ...nobody, ...where });
      await stage.act('Park', nobody);
      await stage.act('AbsoluteTimeout', { ...nobody, Timeout: 1 });
      await stage.act('PlayDTMF', { ...nobody, Digit: '1' });
      await stage.act('Bridge', { Channel1: 'Local/none', Channel2: 'Local/none' });
      await stage.act('BridgeInfo', { BridgeUniqueid: 'none' });
      await stage.act('BridgeKick', { BridgeUniqueid: 'none', Channel: 'Local/none' });
      await stage.act('ConfbridgeLock', { Conference: 'none' });
      await stage.list('ConfbridgeList', { Conference: 'none' });
      await stage.act('AgentLogoff', { Agent: 'none' });
      await stage.act('MailboxCount', { Mailbox: 'none' });
      await stage.list('QueueStatus', { Queue: 'none' });
      await stage.list('ParkedCalls');
      await stage.list('CoreShowChannels');
      await stage.act('NoSuchAction');
    },
  },
];
