import type { Scenario } from '../scenario.js';
import { shortCall } from './loose.js';
import { callFrom, callTo } from './callers.js';

/** Calls that a manager starts, by their outcome. */
export const originates: readonly Scenario[] = [
  {
    name: 'originate-application',
    run: async (stage) => {
      await callTo(stage, 'stays', { Data: '0.3' });
    },
  },
  {
    name: 'originate-extension',
    run: async (stage) => {
      await callFrom(stage, 'brief');
    },
  },
  {
    name: 'originate-synchronous',
    run: async (stage) => {
      await callFrom(stage, 'brief', { Channel: 'Local/answers@default/n', Async: 'false' });
    },
  },
  {
    name: 'originate-with-variables',
    run: async (stage) => {
      await callFrom(stage, 'brief', {
        Account: 'sales',
        Variable: 'ORDER=42',
        ChannelId: 'fidelity-one',
        OtherChannelId: 'fidelity-two',
      });
    },
  },
  {
    name: 'originate-busy',
    loose: shortCall,
    run: async (stage) => {
      await callTo(stage, 'busy');
      await stage.until('OriginateResponse');
    },
  },
  {
    name: 'originate-congestion',
    loose: shortCall,
    run: async (stage) => {
      await callTo(stage, 'congested');
      await stage.until('OriginateResponse');
    },
  },
  {
    name: 'originate-no-answer',
    run: async (stage) => {
      await callTo(stage, 'rings', { Timeout: 500 });
      await stage.until('OriginateResponse');
    },
  },
  {
    name: 'originate-hung-up',
    run: async (stage) => {
      const channel = await callTo(stage, 'rings');
      await stage.until('Newstate', { ChannelStateDesc: 'Ringing' });
      await stage.act('Hangup', { Channel: channel });
      await stage.until('OriginateResponse');
    },
  },
  {
    name: 'originate-no-such-extension',
    run: async (stage) => {
      await stage.act('Originate', {
        Channel: 'Local/nobody@default/n',
        Application: 'Wait',
        Data: '1',
        Async: true,
      });
      await stage.until('OriginateResponse');
    },
  },
  {
    name: 'originate-refused',
    run: async (stage) => {
      await stage.act('Originate', { Application: 'Wait', Async: true });
      await stage.act('Originate', { Channel: 'garbage', Application: 'Wait', Async: true });
      const channel = { Channel: 'Local/stays@default/n', Context: 'default' };
      await stage.act('Originate', { ...channel, Exten: 'nobody', Priority: 1, Async: true });
      await stage.act('Originate', { ...channel, Exten: 'stays', Priority: 'x', Async: true });
    },
  },
];
