import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AmiEvent } from '../../../lib/index.js';
import { readGolden } from './golden.js';
import { normalise } from './normalise.js';
import { perform } from './perform.js';
import type { Scenario } from './scenario.js';
import { scenarios } from './scenarios/index.js';
import { simulatedTarget } from './simulated-target.js';

const versions = ['16', '22'] as const;

describe('what was heard in a scenario', () => {
  /** Events in short: a name, and fields behind it. */
  function heard(...texts: string[]): AmiEvent[] {
    return texts.map((text) => {
      const [name = '', ...fields] = text.split(' ');
      const lines = fields.map((field) => field.replace('=', ': '));
      return new AmiEvent([`Event: ${name}`, 'Privilege: call,all', ...lines]);
    });
  }

  function textOf(events: readonly AmiEvent[], scenario?: Pick<Scenario, 'loose' | 'unsure'>) {
    return normalise([], events, scenario);
  }

  const one = 'Channel=Local/100@default-0000000e;1 Uniqueid=1795396813.30';
  const other = 'Channel=Local/100@default-0000000e;2 Uniqueid=1795396813.31';

  it('is described by source, each with its events in order', () => {
    const events = heard(
      `Newchannel ${one} ChannelState=0 ChannelStateDesc=Down CallerIDNum=<unknown>`,
      `Newchannel ${other} ChannelState=4 ChannelStateDesc=Ring CallerIDNum=<unknown>`,
      `Newstate ${one} ChannelState=6 ChannelStateDesc=Up CallerIDNum=<unknown>`,
    );

    expect(textOf(events)).toBe(`## Actions

## Channel Local/100@default-#1;1
Newchannel ChannelStateDesc=Down
Newstate ChannelStateDesc=Up

## Channel Local/100@default-#1;2
Newchannel ChannelStateDesc=Ring

## Fields
Newchannel (call,all): Channel Uniqueid ChannelState ChannelStateDesc CallerIDNum
Newstate (call,all): Channel Uniqueid ChannelState ChannelStateDesc CallerIDNum
`);
  });

  it('is the same with other ids, and at another time', () => {
    const bridge = 'BridgeUniqueid=33959176-a3b9-4768-8eec-603c7422c829';
    const events = [`BridgeEnter ${one} ${bridge}`, 'AgentConnect Queue=support HoldTime=3'];
    const others = events.map((text) =>
      text
        .replace('33959176', '50d55caf')
        .replace('0000000e', '000000a1')
        .replace('1795396813.30', '1695396813.7')
        .replace('HoldTime=3', 'HoldTime=0'),
    );

    expect(others).not.toEqual(events);
    expect(textOf(heard(...others))).toBe(textOf(heard(...events)));
  });

  it.each([
    ['another value', `Newstate ${one} ChannelState=5 ChannelStateDesc=Ringing`],
    [
      'a number of a state that is not its name',
      `Newstate ${one} ChannelState=5 ChannelStateDesc=Up`,
    ],
    ['a field less', `Newstate ${one} ChannelState=6`],
    ['a field more', `Newstate ${one} ChannelState=6 ChannelStateDesc=Up Language=en`],
    ['another order of fields', `Newstate ${one} ChannelStateDesc=Up ChannelState=6`],
    ['another event', `Newexten ${one} ChannelState=6 ChannelStateDesc=Up`],
    ['another channel', `Newstate ${other} ChannelState=6 ChannelStateDesc=Up`],
  ])('is not the same with %s', (_, text) => {
    const newstate = `Newstate ${one} ChannelState=6 ChannelStateDesc=Up`;

    expect(textOf(heard(text))).not.toBe(textOf(heard(newstate)));
  });

  it('has an order within each source only', () => {
    const [a, b, c] = [`Newstate ${one}`, `Newexten ${one}`, `Newstate ${other}`] as const;
    // The other channel has been heard of, so that its number does not depend on the order.
    const text = textOf(heard(c, a, b, c));

    expect(textOf(heard(c, a, c, b))).toBe(text);
    expect(textOf(heard(c, b, a, c))).not.toBe(text);
  });

  it('has no events of test builds, nor of the session', () => {
    const events = heard(`Newstate ${one}`);
    const [session] = [new AmiEvent(['Event: SuccessfulAuth', 'Privilege: security,all'])];

    expect(textOf([...heard(`TestEvent ${one}`), session, ...events])).toBe(textOf(events));
  });

  it('has the changes of a device, not what is told again', () => {
    const state = (value: string) => `DeviceStateChange Device=Local/100@default State=${value}`;
    const changes = textOf(heard(state('INUSE'), state('NOT_INUSE')));

    // A new channel may be asked for its state before it has one.
    expect(
      textOf(heard(...['NOT_INUSE', 'INUSE', 'INUSE', 'NOT_INUSE', 'NOT_INUSE'].map(state))),
    ).toBe(changes);
    expect(textOf(heard(state('INUSE')))).not.toBe(changes);
  });

  it('has in no order what is loose in the scenario, and not what is unsure', () => {
    const leaves = [
      `BridgeLeave ${one} BridgeNumChannels=`,
      `BridgeLeave ${other} BridgeNumChannels=`,
    ];
    const [a = '', b = ''] = leaves;
    const names = heard(`Newstate ${one}`, `Newstate ${other}`);
    const loose = { BridgeLeave: 'both at once' };
    const text = textOf([...names, ...heard(`${a}1`, `${b}0`)], { loose });

    expect(textOf([...names, ...heard(`${b}1`, `${a}0`)], { loose })).toBe(text);
    expect(textOf([...names, ...heard(`${a}1`)], { loose })).not.toBe(text);
    expect(
      textOf(heard(`Newstate ${one}`, `VarSet ${one} Variable=X`), { unsure: { X: 'by chance' } }),
    ).toBe(textOf(heard(`Newstate ${one}`)));
  });
});

describe('the golden files', () => {
  it.each(versions)('of Asterisk %s are those of the scenarios', (version) => {
    const files = readdirSync(path.join(__dirname, 'golden', version));

    expect(files.sort()).toEqual(scenarios.map(({ name }) => `${name}.txt`).sort());
  });
});

describe.each(versions)('the simulated exchange of version %s', (version) => {
  async function simulated(scenario: Scenario): Promise<string> {
    const target = simulatedTarget(version);
    await target.pass(100);
    try {
      return await perform(scenario, target);
    } finally {
      await target.close();
    }
  }

  for (const scenario of scenarios) {
    it(`says in the scenario ${scenario.name} what Asterisk says`, async () => {
      expect(await simulated(scenario)).toBe(readGolden(version, scenario.name));
    });
  }
});
