import fc from 'fast-check';
import { agentKind } from '../../../lib/live/agents/agent-model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { parseEvent } from '../../support/parse.js';
import { newsOf } from '../support/fold.js';
import { entriesOf } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';

const idle = entriesOf('a22-lists-busy', 'Agents');
const nobody = {
  channel: undefined,
  channelId: undefined,
  loggedInAt: undefined,
  talkingTo: undefined,
  talkingToChannel: undefined,
  callStartedAt: undefined,
};

// No recording has an agent on a call: written by `apps/app_agent_pool.c` and the catalogue.
const channel = { Channel: 'PJSIP/one-1', Uniqueid: '1.1' };
const caller = { ConnectedLineNum: '555', ConnectedLineName: 'Caller' };
const login = eventOf('AgentLogin', { ...channel, Agent: '1001' });
const logoff = eventOf('AgentLogoff', { ...channel, Agent: '1001', Logintime: '9' });
const hangup = eventOf('Hangup', channel);
const wait = enter('agent_hold');
const talk = enter('basic');

function enter(BridgeType: string, fields: Readonly<Record<string, string>> = {}): AmiEvent {
  return eventOf('BridgeEnter', { BridgeType, ...channel, ...caller, ...fields });
}

function entry(status: string, fields: Readonly<Record<string, string>> = {}): AmiEvent {
  const isThere = status !== 'AGENT_LOGGEDOFF';
  const there = isThere ? { LoggedInTime: '1000', ...channel, ...caller } : {};
  const call = { TalkingToChan: 'PJSIP/caller-2', CallStarted: '1005' };
  const talking = status === 'AGENT_ONCALL' ? call : {};
  const agent = { Agent: '1001', Name: 'Agent One', Status: status };
  return eventOf('Agents', { ...agent, ...talking, ...there, ...fields });
}

describe('agents by recordings', () => {
  it('log in and off in a22-setup-all-events', () => {
    const news = newsOf('a22-setup-all-events');
    const tracked = new Tracked(agentKind)
      .seed({ Agents: entriesOf('a22-lists-idle', 'Agents') })
      .take(...news);
    expect(tracked.story).toEqual([
      'added 1001 seed',
      'added 1002 seed',
      'updated 1001 AgentLogin',
      'updated 1001 AgentLogoff',
    ]);
    const at = (name: string): number => 1000 * (news.findIndex((one) => one.name === name) + 1);
    expect(tracked.changes[2]?.value).toEqual({
      ...nobody,
      id: '1001',
      name: 'Agent One',
      state: 'idle',
      channel: 'Local/110@default-00000008;1',
      channelId: '1795396715.16',
      loggedInAt: at('AgentLogin'),
    });
    expect(tracked.get('1001')).toMatchObject({ ...nobody, state: 'logged-off' });
  });

  it.each(['a16-lists-busy', 'a22-lists-busy', 'a22-lists-queue-waiting-agent-oncall'])(
    'are read from %s',
    (recording) => {
      const tracked = new Tracked(agentKind).seed({ Agents: entriesOf(recording, 'Agents') });
      expect(tracked.get('1001')).toMatchObject({ name: 'Agent One', state: 'idle' });
      expect(tracked.get('1001')?.loggedInAt).toBeGreaterThan(1_795_000_000_000);
      expect(tracked.get('1001')?.talkingTo).toBeUndefined();
      const off = { ...nobody, id: '1002', name: 'Agent Two', state: 'logged-off' };
      expect(tracked.get('1002')).toEqual(off);
    },
  );
});

describe('agents by events', () => {
  it('talk while they are in the bridge of a caller', () => {
    const tracked = new Tracked(agentKind).take(login, wait, talk, wait, logoff, hangup);
    expect(tracked.changes.map(({ value, cause }) => [value?.state, cause.type])).toEqual([
      ['idle', 'event'],
      ['on-call', 'event'],
      ['idle', 'event'],
      ['logged-off', 'event'],
    ]);
    expect(tracked.changes[1]?.value).toMatchObject({
      talkingTo: { number: '555', name: 'Caller' },
      talkingToChannel: undefined,
      loggedInAt: 1000,
      callStartedAt: 3000,
    });
    // For the name after the first login, and the other channel after the call.
    expect(tracked.stale).toBe(2);
  });

  it('go with their channel', () => {
    const tracked = new Tracked(agentKind).take(login, talk, hangup);
    expect(tracked.get('1001')).toMatchObject({ ...nobody, state: 'logged-off' });
  });

  it('go on with the channel that takes the place of theirs', () => {
    const other = { Channel: 'PJSIP/one-2', Uniqueid: '1.2' };
    const tracked = new Tracked(agentKind).take(
      login,
      enter('agent_hold', { ...other, SwapUniqueid: '1.1' }),
      hangup,
    );
    expect(tracked.get('1001')).toMatchObject({ state: 'idle', channel: 'PJSIP/one-2' });
    tracked.take(eventOf('Rename', { Uniqueid: '1.2', Newname: 'PJSIP/one-3' }));
    expect(tracked.get('1001')?.channel).toBe('PJSIP/one-3');
    tracked.take(eventOf('AgentLogoff', { ...other, Agent: '1001' }));
    expect(tracked.get('1001')?.state).toBe('logged-off');
  });

  it('are not logged off by what is late', () => {
    const again = eventOf('AgentLogin', { Channel: 'x', Uniqueid: '1.9', Agent: '1001' });
    const tracked = new Tracked(agentKind).take(login, again, logoff, hangup);
    expect(tracked.get('1001')).toMatchObject({ state: 'idle', channelId: '1.9' });
  });

  it('are looked at when their device says otherwise', () => {
    const device = (State: string, Device = 'Agent:1001'): AmiEvent =>
      eventOf('DeviceStateChange', { Device, State });
    const tracked = new Tracked(agentKind).seed({ Agents: idle });
    tracked.take(device('NOT_INUSE'), device('INUSE'), device('INUSE', 'PJSIP/one'));
    tracked.take(device('UNAVAILABLE', 'Agent:1002'), device('INVALID', 'Agent:9'));
    expect(tracked.stale).toBe(0);
    tracked.take(device('UNAVAILABLE'), device('NOT_INUSE', 'Agent:1002'));
    expect(tracked.stale).toBe(2);
  });

  it('are not made of nonsense', () => {
    const names = ['AgentLogin', 'AgentLogoff', 'Hangup', 'BridgeEnter', 'Rename'];
    const tracked = new Tracked(agentKind).take(
      ...names.map((name) => eventOf(name, {})),
      eventOf('DeviceStateChange', {}),
      eventOf('AgentLogin', { Agent: '1001' }),
      logoff,
      talk,
      wait,
    );
    tracked.seed({ Agents: [eventOf('Agents', {})] });
    expect(tracked.changes).toEqual([]);
  });
});

describe('agents by lists', () => {
  it('say whom they talk to', () => {
    const tracked = new Tracked(agentKind).seed({ Agents: [entry('AGENT_ONCALL')] });
    expect(tracked.state).toEqual([
      {
        id: '1001',
        name: 'Agent One',
        state: 'on-call',
        channel: 'PJSIP/one-1',
        channelId: '1.1',
        loggedInAt: 1_000_000,
        talkingTo: { number: '555', name: 'Caller' },
        talkingToChannel: 'PJSIP/caller-2',
        callStartedAt: 1_005_000,
      },
    ]);
  });

  it('are read where Asterisk ends a line with half a line end', () => {
    const text = entry('AGENT_ONCALL').lines.join('\r\n');
    const broken = text.replace(/(CallStarted: \d+)\r/, '$1');
    expect(broken).not.toBe(text);
    const tracked = new Tracked(agentKind).seed({ Agents: [parseEvent(`${broken}\r\n\r\n`)] });
    const times = { callStartedAt: 1_005_000, loggedInAt: 1_000_000 };
    expect(tracked.get('1001')).toMatchObject(times);
  });

  it('add what events do not say at once, and keep what they do', () => {
    const tracked = new Tracked(agentKind).seed({ Agents: [entry('AGENT_LOGGEDOFF')] });
    tracked.take(login, talk);
    tracked.seed({ Agents: [entry('AGENT_ONCALL')] }, { isCheck: true });
    expect(tracked.story.at(-1)).toBe('updated 1001 check');
    expect(tracked.get('1001')).toMatchObject({
      loggedInAt: 1000,
      callStartedAt: 2000,
      talkingToChannel: 'PJSIP/caller-2',
    });
    const { length } = tracked.changes;
    tracked.check({ Agents: [entry('AGENT_ONCALL')] });
    expect(tracked.changes).toHaveLength(length);
    tracked.check({ Agents: [entry('AGENT_ONCALL', { TalkingToChan: 'PJSIP/other-3' })] });
    expect(tracked.get('1001')?.callStartedAt).toBe(1_005_000);
  });

  it('repair what is wrong when it is wrong twice', () => {
    const tracked = new Tracked(agentKind).take(login, talk);
    tracked.check({ Agents: [entry('AGENT_IDLE')] });
    expect(tracked.get('1001')).toMatchObject({ state: 'idle', talkingTo: undefined });
    tracked.check({ Agents: [] });
    expect(tracked.state).toEqual([]);
    tracked.take(wait, hangup).seed({});
    expect(tracked.state).toEqual([]);
  });
});

it('end in the same state wherever the list comes', () => {
  const events = [login, wait, talk, wait, logoff, hangup, login, wait, talk];
  const states = ['LOGGEDOFF', 'IDLE', 'IDLE', 'ONCALL', 'IDLE', 'LOGGEDOFF', 'LOGGEDOFF'];
  const statuses = [...states, 'IDLE', 'IDLE', 'ONCALL'];
  const place = fc.nat(events.length);
  fc.assert(
    fc.property(fc.tuple(place, place, place), fc.boolean(), (places, isCheck) => {
      places.sort((a, b) => a - b);
      const [asked, came, made] = places;
      const listed = entry(`AGENT_${statuses[made] ?? ''}`);
      const tracked = new Tracked(agentKind)
        .take(...events.slice(0, asked))
        .seed({ Agents: [listed] }, { isCheck, meanwhile: events.slice(asked, came) })
        .take(...events.slice(came));
      const { state, channelId, talkingTo } = tracked.get('1001') ?? {};
      expect([state, channelId, talkingTo?.number]).toEqual(['on-call', '1.1', '555']);
    }),
  );
});
