import { setImmediate as turn } from 'node:timers/promises';
import { Exchange } from '../../../lib/testing/exchange/exchange.js';
import { queuesConf } from '../../asterisk/support/config/queues-conf.js';
import { servicesConf } from '../../asterisk/support/config/services-conf.js';
import { VirtualClock } from '../../../lib/testing/index.js';
import { fidelityConfig } from './config/fidelity-config.js';
import type { ScenarioTarget } from './scenario-target.js';

const files: Readonly<Record<string, string>> = {
  ...queuesConf(),
  ...servicesConf('/srv'),
  ...fidelityConfig,
};

function text(file: string): string {
  return files[file] ?? '';
}

/** A simulated exchange that read the same files as real servers do, in virtual time. */
export function simulatedTarget(version: '16' | '22'): ScenarioTarget {
  const clock = new VirtualClock();
  const exchange = new Exchange({
    version,
    scheduler: clock,
    dialplan: text('extensions.conf'),
    queues: text('queues.conf'),
    conferences: text('confbridge.conf'),
    parking: text('res_parking.conf'),
    agents: text('agents.conf'),
    voicemail: text('voicemail.conf'),
  });
  const ami = exchange.connect();
  return {
    ami,
    pass: async (ms) => {
      clock.advance(ms);
      await turn();
    },
    close: () => {
      ami.close();
      clock.advance();
      return Promise.resolve();
    },
  };
}
