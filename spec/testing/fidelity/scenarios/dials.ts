import type { Scenario } from '../scenario.js';
import { optimised, shortCall } from './loose.js';
import { callFrom } from './callers.js';

function dial(name: string, extension: string, loose: Scenario['loose'] = {}): Scenario {
  return {
    name: `dial-${name}`,
    loose,
    run: async (stage) => {
      await callFrom(stage, extension);
    },
  };
}

/** Calls of the application Dial, by their outcome. */
export const dials: readonly Scenario[] = [
  dial('callee-hangs-up', 'dialbrief'),
  dial('goes-on', 'dialgoeson'),
  dial('no-answer', 'dialrings'),
  dial('busy', 'dialbusy', shortCall),
  dial('congestion', 'dialcongested', shortCall),
  dial('refused', 'dialrefuses', shortCall),
  dial('no-such-extension', 'dialnobody', shortCall),
  dial('two', 'dialtwo'),
  {
    name: 'dial-caller-hangs-up',
    run: async (stage) => {
      const caller = await callFrom(stage, 'dialstays');
      await stage.until('BridgeEnter', {}, 2);
      await stage.pass(200);
      await stage.act('Hangup', { Channel: caller });
    },
  },
  {
    name: 'dial-abandoned',
    run: async (stage) => {
      const caller = await callFrom(stage, 'dialpickup');
      await stage.until('DialState', { DialStatus: 'RINGING' });
      await stage.pass(200);
      await stage.act('Hangup', { Channel: caller });
    },
  },
  {
    name: 'dial-optimised',
    unsure: optimised,
    run: async (stage) => {
      await callFrom(stage, 'dialoptimised');
      await stage.until('LocalOptimizationEnd');
      await stage.pass(500);
      await stage.hangUpAll();
    },
  },
  {
    name: 'dial-picked-up',
    run: async (stage) => {
      await callFrom(stage, 'dialpickup');
      await stage.until('DialState', { DialStatus: 'RINGING' });
      await stage.pass(200);
      await callFrom(stage, 'picksup', { CallerID: '"Pete" <203>' });
      await stage.until('BridgeEnter', {}, 2);
      await stage.pass(200);
      await stage.hangUpAll();
    },
  },
];
