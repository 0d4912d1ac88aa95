import type { PbxOptions } from '../../../../lib/testing/exchange/pbx/pbx.js';
import { answers, messageOf } from './support/answers.js';
import { ManagerLab } from './support/raw-client.js';
import type { RawClient } from './support/raw-client.js';

const conferences = '[chair]\ntype = user\nadmin = yes\nmarked = yes\n';
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => room,1,ConfBridge(room)
exten => chair,1,ConfBridge(room,,chair)
`;
const [ann, ben] = ['Local/stays@default-00000000;1', 'Local/stays@default-00000002;1'];
const room = { Conference: 'room' };

/** A conference of Ann, who chairs, and Ben, a minute old. */
function inConference(options: PbxOptions = {}): { lab: ManagerLab; client: RawClient } {
  const lab = new ManagerLab({}, { dialplan, conferences, ...options });
  const client = lab.login();
  for (const [exten, number] of Object.entries({ chair: '201', room: '202' })) {
    const call = { Channel: 'Local/stays@default/n', Context: 'default', Exten: exten };
    client.ask({ Action: 'Originate', Priority: '1', Async: 'true', CallerID: number, ...call });
    lab.clock.advance(30_000);
  }
  client.clear();
  return { lab, client };
}

/** The events that follow an action, by their names and a field. */
function eventsOf(client: RawClient, lab: ManagerLab, fields: Record<string, string>): string[] {
  client.clear();
  client.ask(fields);
  lab.clock.advance(100);
  const messages = client.take().split('\r\n\r\n');
  return messages
    .filter((message) => /^Event: (Confbridge|BridgeVideo)/.test(message))
    .map((message) => {
      const [, name = ''] = /^Event: (.*)\r/.exec(message) ?? [];
      const [, caller = ''] = /\r\nCallerIDNum: (.*)\r/.exec(message) ?? [];
      return `${name} ${caller}`.trim();
    });
}

describe('ConfbridgeList', () => {
  const common = { WaitMarked: 'No', EndMarked: 'No', Waiting: 'No', Muted: 'No', Talking: 'No' };

  it('says who takes part', () => {
    const { client } = inConference();
    const [start, one, two, end] = answers(client, { Action: 'ConfbridgeList', ...room });
    expect(start).toEqual({
      ...{ Response: 'Success', EventList: 'start' },
      Message: 'Confbridge user list will follow',
    });
    const event = { Event: 'ConfbridgeList', Conference: 'room', ...common, EndMarkedAny: 'No' };
    const chair = { Admin: 'Yes', MarkedUser: 'Yes', Channel: ann };
    expect(one).toMatchObject({ ...event, ...chair, CallerIDNum: '201', AnsweredTime: '60' });
    const guest = { Admin: 'No', MarkedUser: 'No', Channel: ben };
    expect(two).toMatchObject({ ...event, ...guest, CallerIDNum: '202', AnsweredTime: '30' });
    expect(end).toEqual({
      ...{ Event: 'ConfbridgeListComplete', EventList: 'Complete', ListItems: '2' },
    });
  });

  it('has no field EndMarkedAny in version 16', () => {
    const { client } = inConference({ version: '16' });
    const [, one] = answers(client, { Action: 'ConfbridgeList', ...room });
    expect(Object.keys(one ?? {}).slice(0, 11)).toEqual([
      ...['Event', 'Conference', 'Admin', 'MarkedUser', 'WaitMarked', 'EndMarked', 'Waiting'],
      ...['Muted', 'Talking', 'AnsweredTime', 'Channel'],
    ]);
  });
});

describe('ConfbridgeListRooms', () => {
  it('says which conferences there are', () => {
    const { client } = inConference();
    expect(answers(client, { Action: 'ConfbridgeListRooms' }).slice(1)).toEqual([
      {
        ...{ Event: 'ConfbridgeListRooms', Conference: 'room', Parties: '2', Marked: '1' },
        ...{ Locked: 'No', Muted: 'No' },
      },
      { Event: 'ConfbridgeListRoomsComplete', EventList: 'Complete', ListItems: '1' },
    ]);
  });
});

describe('An action on somebody in a conference', () => {
  it('mutes him, and lets him be heard again', () => {
    const { client, lab } = inConference();
    const who = { ...room, Channel: ben };
    expect(messageOf(client, { Action: 'ConfbridgeMute', ...who })).toBe('Success: User muted');
    expect(answers(client, { Action: 'ConfbridgeList', ...room })[2]).toMatchObject({
      Muted: 'Yes',
    });
    // To be told again is no news, but is told to everybody.
    expect(eventsOf(client, lab, { Action: 'ConfbridgeMute', ...who })).toEqual([
      'ConfbridgeMute 202',
    ]);
    expect(messageOf(client, { Action: 'ConfbridgeUnmute', ...who })).toBe('Success: User unmuted');
    expect(answers(client, { Action: 'ConfbridgeList', ...room })[2]).toMatchObject({
      Muted: 'No',
    });
  });

  it('is done to all, or to all but the admins', () => {
    const { client, lab } = inConference();
    const mute = { Action: 'ConfbridgeMute', ...room };
    expect(eventsOf(client, lab, { ...mute, Channel: 'all' })).toEqual([
      'ConfbridgeMute 201',
      'ConfbridgeMute 202',
    ]);
    expect(eventsOf(client, lab, { ...mute, Channel: 'participants' })).toEqual([
      'ConfbridgeMute 202',
    ]);
  });

  it('throws him out', () => {
    const { client, lab } = inConference();
    expect(eventsOf(client, lab, { Action: 'ConfbridgeKick', ...room, Channel: ben })).toEqual([
      'ConfbridgeLeave 202',
    ]);
  });

  it('throws all out, which is the end', () => {
    const { client, lab } = inConference();
    const kick = { Action: 'ConfbridgeKick', ...room, Channel: 'all' };
    expect(messageOf(client, kick)).toBe('Success: All participants kicked');
    lab.clock.advance(100);
    expect(messageOf(client, { Action: 'ConfbridgeListRooms' })).toBe(
      'Error: No active conferences.',
    );
  });

  it('shows his picture to everybody', () => {
    const { client, lab } = inConference();
    const show = { Action: 'ConfbridgeSetSingleVideoSrc', ...room };
    expect(messageOf(client, { ...show, Channel: ann })).toBe(
      'Success: Conference single video source set.',
    );
    expect(eventsOf(client, lab, { ...show, Channel: ben })).toEqual(['BridgeVideoSourceUpdate']);
    expect(messageOf(client, { ...show, Channel: 'x' })).toBe(
      'Error: No channel by that name found in conference.',
    );
  });
});

describe('An action on a conference', () => {
  it('locks it, and unlocks it, and no event tells of it', () => {
    const { client, lab } = inConference();
    const rooms = { Action: 'ConfbridgeListRooms' };
    expect(messageOf(client, { Action: 'ConfbridgeLock', ...room })).toBe(
      'Success: Conference locked',
    );
    expect(answers(client, rooms)[1]).toMatchObject({ Locked: 'Yes' });
    expect(eventsOf(client, lab, { Action: 'ConfbridgeUnlock', ...room })).toEqual([]);
    expect(answers(client, rooms)[1]).toMatchObject({ Locked: 'No' });
  });

  it('records it once', () => {
    const { client, lab } = inConference();
    const [start, stop] = [
      { Action: 'ConfbridgeStartRecord', ...room },
      { Action: 'ConfbridgeStopRecord', ...room },
    ];
    expect(messageOf(client, stop)).toBe('Error: Internal error while stopping recording.');
    expect(eventsOf(client, lab, start)).toEqual(['ConfbridgeRecord']);
    expect(messageOf(client, start)).toBe('Error: Conference is already being recorded.');
    expect(eventsOf(client, lab, stop)).toEqual(['ConfbridgeStopRecord']);
    expect(messageOf(client, start)).toBe('Success: Conference Recording Started.');
    expect(messageOf(client, stop)).toBe('Success: Conference Recording Stopped.');
  });
});

describe('An action on conferences', () => {
  const ofRooms = ['List', 'Lock', 'Unlock', 'StartRecord', 'StopRecord'];
  const ofUsers = ['Mute', 'Unmute', 'Kick', 'SetSingleVideoSrc'];
  const all = [...ofRooms, ...ofUsers].map((name) => `Confbridge${name}`);

  it.each(all)('(%s) fails without a name, without conferences, and for unknown ones', (Action) => {
    const Channel = ben;
    const empty = new ManagerLab().login();
    const fields = { Action, Channel };
    expect(messageOf(empty, fields)).toBe('Error: No Conference name provided.');
    expect(messageOf(empty, { ...fields, ...room })).toBe('Error: No active conferences.');
    const { client } = inConference();
    expect(messageOf(client, { ...fields, Conference: 'x' })).toBe(
      'Error: No Conference by that name found.',
    );
  });

  it.each(['Mute', 'Unmute', 'Kick'])('(Confbridge%s) fails without anybody', (name) => {
    const { client } = inConference();
    const fields = { Action: `Confbridge${name}`, ...room };
    expect(messageOf(client, fields)).toBe('Error: No channel name provided.');
    expect(messageOf(client, { ...fields, Channel: 'x' })).toBe(
      'Error: No Channel by that name found in Conference.',
    );
  });
});
