import type { Scenario } from '../scenario.js';
import { callFrom } from './callers.js';

/** Applications of the dialplan that say something of their own. */
export const applications: readonly Scenario[] = [
  {
    name: 'music-on-hold',
    run: async (stage) => {
      await callFrom(stage, 'music');
    },
  },
  {
    name: 'digits',
    run: async (stage) => {
      await callFrom(stage, 'digits');
    },
  },
  {
    name: 'play-dtmf',
    run: async (stage) => {
      const caller = await callFrom(stage, 'dialstays');
      await stage.until('BridgeEnter', {}, 2);
      await stage.pass(200);
      await stage.act('PlayDTMF', { Channel: caller, Digit: '5', Duration: 100 });
      await stage.pass(500);
      await stage.act('Hangup', { Channel: caller });
    },
  },
  {
    name: 'user-event',
    run: async (stage) => {
      await stage.act('UserEvent', { UserEvent: 'Fidelity', Order: '42', Customer: "O'Neil" });
      await stage.until('UserEvent');
      await callFrom(stage, 'event');
    },
  },
  {
    name: 'dialplan-variables',
    run: async (stage) => {
      await callFrom(stage, 'variables');
    },
  },
  {
    name: 'voicemail',
    run: async (stage) => {
      await callFrom(stage, 'voicemail', { Channel: 'Local/tone@default/n' });
      await stage.until('MessageWaiting');
      await stage.act('MailboxCount', { Mailbox: '1235@default' });
      await stage.act('MailboxStatus', { Mailbox: '1235@default' });
    },
  },
  {
    name: 'agent',
    run: async (stage) => {
      await callFrom(stage, 'agentlogin', { CallerID: '"Agnes" <205>' });
      await stage.until('AgentLogin');
      // It takes him some seconds to be ready.
      await stage.until('DeviceStateChange', { Device: 'Agent:1001', State: 'NOT_INUSE' });
      await stage.pass(100);
      const caller = await callFrom(stage, 'agentrequest');
      await stage.until('BridgeEnter', { BridgeNumChannels: '2' });
      await stage.pass(300);
      await stage.list('Agents');
      await stage.act('Hangup', { Channel: caller });
      await stage.pass(500);
      await stage.act('AgentLogoff', { Agent: '1001' });
      await stage.until('AgentLogoff');
      await stage.act('AgentLogoff', { Agent: '1001' });
    },
  },
];
