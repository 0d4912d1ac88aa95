import { answers, messageOf } from './support/answers.js';
import { ManagerLab } from './support/raw-client.js';
import type { RawClient } from './support/raw-client.js';

const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => dials,1,Dial(Local/stays@default/n,10)
`;
const parking = '[default]\nparkext => 700\n[night]\nparkpos => 801-801\nparkingtime => 5\n';
const [caller, callee] = ['Local/stays@default-00000000;1', 'Local/stays@default-00000001;1'];

function talking(): { lab: ManagerLab; client: RawClient } {
  const lab = new ManagerLab({}, { dialplan, parking });
  const client = lab.login();
  client.ask({
    ...{ Action: 'Originate', Channel: 'Local/stays@default/n', Async: 'true' },
    ...{ Context: 'default', Exten: 'dials', Priority: '1', CallerID: '201' },
  });
  lab.clock.advance(2000);
  return { lab, client };
}

describe('Park', () => {
  const park = { Action: 'Park', Channel: callee };

  it('parks a channel, which the list has then', () => {
    const { client, lab } = talking();
    const options = { TimeoutChannel: caller, Timeout: '20500' };
    expect(messageOf(client, { ...park, ...options })).toBe('Success: Park successful');
    lab.clock.advance(3000);
    expect(answers(client, { Action: 'ParkedCalls' })).toEqual([
      { Response: 'Success', EventList: 'start', Message: 'Parked calls will follow' },
      expect.objectContaining({
        ...{ Event: 'ParkedCall', ParkeeChannel: callee, ParkeeCallerIDNum: 'dials' },
        ...{ ParkerDialString: 'Local/stays@default', Parkinglot: 'default', ParkingSpace: '701' },
        ...{ ParkingTimeout: '17', ParkingDuration: '3' },
      }),
      { Event: 'ParkedCallsComplete', EventList: 'Complete', ListItems: '1', Total: '1' },
    ]);
  });

  it('parks in another lot, for the time that is usual there', () => {
    const { client } = talking();
    expect(messageOf(client, { ...park, Parkinglot: 'night' })).toBe('Success: Park successful');
    const [, call] = answers(client, { Action: 'ParkedCalls', ParkingLot: 'night' });
    expect(call).toMatchObject({ ParkingSpace: '801', ParkingTimeout: '5' });
    expect(answers(client, { Action: 'ParkedCalls', ParkingLot: 'default' })).toHaveLength(2);
  });

  it('parks for a second at least, or without end', () => {
    for (const [timeout, seconds] of Object.entries({ '0': '0', '1': '1', '1999': '1' })) {
      const { client } = talking();
      messageOf(client, { ...park, Timeout: timeout });
      expect(answers(client, { Action: 'ParkedCalls' })[1]).toMatchObject({
        ParkingTimeout: seconds,
      });
    }
  });

  it('fails without a channel, a lot, a time or a space', () => {
    const { client } = talking();
    expect(messageOf(client, { Action: 'Park' })).toBe('Error: Channel not specified');
    expect(messageOf(client, { ...park, Channel: 'x' })).toBe('Error: Channel does not exist: x');
    expect(messageOf(client, { ...park, Parkinglot: 'x' })).toBe('Error: Park action failed');
    for (const Timeout of ['x', '-5']) {
      expect(messageOf(client, { ...park, Timeout })).toBe('Error: Invalid Timeout value.');
    }
    messageOf(client, { ...park, Parkinglot: 'night', TimeoutChannel: caller });
    expect(messageOf(client, { ...park, Channel: caller, Parkinglot: 'night' })).toBe(
      'Error: Park action failed',
    );
  });
});

describe('The lists of parking', () => {
  it('are empty where nobody is parked', () => {
    const client = new ManagerLab().login();
    expect(answers(client, { Action: 'ParkedCalls' }).at(-1)).toEqual({
      ...{ Event: 'ParkedCallsComplete', EventList: 'Complete', ListItems: '0', Total: '0' },
    });
  });

  it('know no lot that there is not', () => {
    const client = new ManagerLab().login();
    expect(messageOf(client, { Action: 'ParkedCalls', ParkingLot: 'x' })).toBe(
      'Error: Requested parking lot could not be found.',
    );
  });

  it('have the lots with their spaces', () => {
    const { client } = talking();
    expect(answers(client, { Action: 'Parkinglots' }).slice(1)).toEqual([
      {
        ...{ Event: 'Parkinglot', Name: 'default' },
        ...{ StartSpace: '701', StopSpace: '720', Timeout: '45' },
      },
      {
        ...{ Event: 'Parkinglot', Name: 'night' },
        ...{ StartSpace: '801', StopSpace: '801', Timeout: '5' },
      },
      { Event: 'ParkinglotsComplete', EventList: 'Complete', ListItems: '2' },
    ]);
  });
});
