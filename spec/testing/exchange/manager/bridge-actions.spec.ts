import { answers, messageOf } from './support/answers.js';
import { ManagerLab } from './support/raw-client.js';
import type { RawClient } from './support/raw-client.js';

const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => dials,1,Dial(Local/stays@default/n,10)
exten => parks,1,Park()
`;
const near = 'Local/stays@default/n';

function labWith(...extens: string[]): { lab: ManagerLab; client: RawClient } {
  const lab = new ManagerLab({}, { dialplan });
  const client = lab.login();
  for (const exten of extens) {
    const place = { Context: 'default', Exten: exten, Priority: '1' };
    client.ask({ Action: 'Originate', Channel: near, Async: 'true', ...place });
    lab.clock.advance(1000);
  }
  client.clear();
  return { lab, client };
}

function channel(number: number): string {
  return `Local/stays@default-0000000${number};1`;
}

describe('BridgeList', () => {
  it('has the bridges that there are, also one that nobody is in', () => {
    const { client, lab } = labWith('parks', 'dials');
    messageOf(client, { Action: 'Hangup', Channel: channel(0) });
    lab.clock.advance(100);
    expect(answers(client, { Action: 'BridgeList' }).slice(1)).toEqual([
      expect.objectContaining({
        ...{ Event: 'BridgeListItem', BridgeType: 'parking', BridgeTechnology: 'holding_bridge' },
        ...{ BridgeCreator: 'Parking', BridgeName: 'default', BridgeNumChannels: '0' },
      }),
      expect.objectContaining({
        ...{ Event: 'BridgeListItem', BridgeType: 'basic', BridgeTechnology: 'simple_bridge' },
        ...{ BridgeCreator: '<unknown>', BridgeName: '<unknown>', BridgeNumChannels: '2' },
      }),
      { Event: 'BridgeListComplete', EventList: 'Complete', ListItems: '2' },
    ]);
    expect(answers(client, { Action: 'BridgeList', BridgeType: 'parking' })).toHaveLength(3);
  });
});

describe('BridgeInfo', () => {
  it('says who is in a bridge, and at the end what the bridge is', () => {
    const { client, lab } = labWith('dials');
    const [bridge] = lab.pbx.bridges.all.values();
    const id = { BridgeUniqueid: bridge?.id ?? '' };
    expect(answers(client, { Action: 'BridgeInfo', ...id })).toMatchObject([
      { Response: 'Success', EventList: 'start', Message: 'Bridge channel listing will follow' },
      { Event: 'BridgeInfoChannel', Channel: channel(1) },
      { Event: 'BridgeInfoChannel', Channel: channel(0) },
      { Event: 'BridgeInfoComplete', ListItems: '2', ...id, BridgeNumChannels: '2' },
    ]);
  });
});

describe('BridgeKick and BridgeDestroy', () => {
  it('let one go, or all', () => {
    for (const Action of ['BridgeKick', 'BridgeDestroy']) {
      const { client, lab } = labWith('dials');
      const [bridge] = lab.pbx.bridges.all.values();
      const what = { BridgeUniqueid: bridge?.id ?? '', Channel: channel(1) };
      const done =
        Action === 'BridgeKick' ? 'Channel has been kicked' : 'Bridge has been destroyed';
      expect(messageOf(client, { Action, ...what })).toBe(`Success: ${done}`);
      lab.clock.advance(100);
      expect([lab.pbx.bridges.all.size, lab.pbx.channels.size]).toEqual([0, 0]);
    }
  });

  it('find the bridge of a channel without its id', () => {
    const { client } = labWith('dials');
    expect(messageOf(client, { Action: 'BridgeKick', Channel: channel(1) })).toBe(
      'Success: Channel has been kicked',
    );
  });

  it('end a bridge that nobody is in', () => {
    const { client, lab } = labWith('parks');
    messageOf(client, { Action: 'Hangup', Channel: channel(0) });
    lab.clock.advance(100);
    const [bridge] = lab.pbx.bridges.all.values();
    messageOf(client, { Action: 'BridgeDestroy', BridgeUniqueid: bridge?.id ?? '' });
    expect(lab.pbx.bridges.all.size).toBe(0);
  });
});

describe('An action on a bridge', () => {
  it.each([
    [{ Action: 'BridgeInfo' }, 'BridgeUniqueid must be provided'],
    [{ Action: 'BridgeInfo', BridgeUniqueid: 'x' }, 'Specified BridgeUniqueid not found'],
    [{ Action: 'BridgeDestroy' }, 'BridgeUniqueid must be provided'],
    [{ Action: 'BridgeDestroy', BridgeUniqueid: 'x' }, 'Specified BridgeUniqueid not found'],
    [{ Action: 'BridgeKick' }, 'Channel must be provided'],
    [{ Action: 'BridgeKick', Channel: 'x' }, 'Channel does not exist'],
    [{ Action: 'BridgeKick', Channel: channel(0), BridgeUniqueid: 'x' }, 'Bridge not found'],
    [{ Action: 'BridgeKick', Channel: channel(0) }, 'Channel is not in a bridge'],
    [{ Action: 'Bridge', Channel1: 'x' }, 'Missing channel parameter in request'],
    [{ Action: 'Bridge', Channel1: 'x', Channel2: 'y' }, 'Channel1 does not exist: x'],
    [{ Action: 'Bridge', Channel1: channel(0), Channel2: 'y' }, 'Channel2 does not exist: y'],
  ])('(%o) is refused', (fields, message) => {
    const { client } = labWith('stays');
    expect(messageOf(client, fields)).toBe(`Error: ${message}`);
  });

  it('is refused for a channel that is in another one', () => {
    const { client, lab } = labWith('dials', 'stays');
    const [bridge] = lab.pbx.bridges.all.values();
    const kick = { Action: 'BridgeKick', BridgeUniqueid: bridge?.id ?? '' };
    expect(messageOf(client, { ...kick, Channel: channel(2) })).toBe(
      'Error: Channel kick from bridge failed',
    );
  });
});

describe('Bridge', () => {
  it('has two channels talk', () => {
    const { client, lab } = labWith('stays', 'stays');
    const both = { Channel1: channel(0), Channel2: channel(1) };
    expect(messageOf(client, { Action: 'Bridge', ...both })).toBe(
      'Success: Channels have been bridged',
    );
    expect(lab.pbx.findChannel(channel(0))?.bridge?.channels).toHaveLength(2);
  });

  it('can not have a channel talk to itself', () => {
    const { client } = labWith('stays');
    const both = { Channel1: channel(0), Channel2: channel(0) };
    expect(messageOf(client, { Action: 'Bridge', ...both })).toBe(
      `Error: Unable to add Channel2 to bridge: ${channel(0)}`,
    );
  });

  it('and a dual Redirect take two out of their call together', () => {
    const { client, lab } = labWith('dials');
    const place = { Context: 'default', Exten: 'stays', Priority: '2' };
    const both = { Channel: channel(0), ExtraChannel: channel(1) };
    expect(messageOf(client, { Action: 'Redirect', ...both, ...place })).toBe(
      'Success: Dual Redirect successful',
    );
    lab.clock.advance(100);
    const channels = [0, 1].map((number) => lab.pbx.findChannel(channel(number)));
    expect(channels.map((one) => one?.application)).toEqual(['Wait', 'Wait']);
    expect(lab.pbx.bridges.all.size).toBe(0);
  });
});

describe('The technologies of bridges', () => {
  const ofName = (Action: string, BridgeTechnology: string) => ({ Action, BridgeTechnology });

  it('are listed', () => {
    const { client } = labWith();
    const entries = answers(client, { Action: 'BridgeTechnologyList' }).slice(1, -1);
    expect(entries.map((entry) => Object.values(entry).slice(1).join(' '))).toEqual([
      'native_rtp Native 90 No',
      'holding_bridge Holding 50 No',
      'simple_bridge 1to1Mix 50 No',
      'softmix MultiMix 10 No',
    ]);
  });

  it('are suspended, and no more', () => {
    const { client } = labWith();
    const isSuspended = () =>
      answers(client, { Action: 'BridgeTechnologyList' })[4]?.['BridgeSuspended'];
    expect(messageOf(client, ofName('BridgeTechnologySuspend', 'softmix'))).toBe(
      'Success: Suspended bridge technology',
    );
    expect(isSuspended()).toBe('Yes');
    expect(messageOf(client, ofName('BridgeTechnologyUnsuspend', 'softmix'))).toBe(
      'Success: Unsuspended bridge technology',
    );
    expect(isSuspended()).toBe('No');
  });

  it.each(['BridgeTechnologySuspend', 'BridgeTechnologyUnsuspend'])('are known to %s', (Action) => {
    const { client } = labWith();
    expect(messageOf(client, { Action })).toBe('Error: BridgeTechnology must be provided');
    expect(messageOf(client, ofName(Action, 'x'))).toBe('Error: BridgeTechnology not found');
  });
});

describe('The command `bridge show all`', () => {
  it.each([
    [
      '16',
      /^Bridge-ID {28}Chans Type {12}Technology {6}Duration$/,
      /^[-0-9a-f]{36} {5}2 basic {11}simple_bridge {3}00:00:01$/,
    ],
    [
      '22',
      /^Bridge-ID {28}Name {33}Chans Type {12}Technology {6}Duration$/,
      /^[-0-9a-f]{36} <unknown> {32}2 basic {11}simple_bridge {3}00:00:01$/,
    ],
  ] as const)('shows them as version %s does', (version, head, line) => {
    const lab = new ManagerLab({}, { dialplan, version });
    const client = lab.login();
    const place = { Context: 'default', Exten: 'dials', Priority: '1' };
    client.ask({ Action: 'Originate', Channel: near, Async: 'true', ...place });
    lab.clock.advance(1500);
    const { output } = lab.manager.runCommand('bridge show all');
    expect(output).toHaveLength(2);
    expect(output[0]).toMatch(head);
    expect(output[1]).toMatch(line);
  });
});
