import { otherHalf } from '../../../../lib/testing/exchange/pbx/local-channels.js';
import { PbxLab } from './support/pbx-lab.js';

const agents = '[1001]\nfullname = Agent One\nmusiconhold = calm\n[1002]\nwrapuptime = 2000\n';
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => login,1,AgentLogin(1001)
exten => silent,1,AgentLogin(1002,s)
exten => request,1,AgentRequest(1001)
 same => n,NoOp(\${AGENT_STATUS})
exten => request2,1,AgentRequest(1002)
exten => nobody,1,AgentRequest(9)
 same => n,NoOp(\${AGENT_STATUS})
exten => noid,1,AgentRequest()
`;
const near = 'Local/stays@default/n';
const wanted = {
  AgentLogin: ['Agent', 'CallerIDNum'],
  AgentLogoff: ['Agent', 'Logintime'],
  BridgeEnter: ['BridgeType', 'CallerIDNum', 'BridgeNumChannels'],
  BridgeLeave: ['BridgeType', 'CallerIDNum', 'BridgeNumChannels'],
  DeviceStateChange: ['Device', 'State'],
  MusicOnHoldStart: ['CallerIDNum', 'Class'],
  MusicOnHoldStop: ['CallerIDNum'],
};
const told = { ...wanted, NewConnectedLine: ['CallerIDNum', 'ConnectedLineNum'] };

/** Without what the Local channels say of themselves. */
function heard(lab: PbxLab, ms: number, which: typeof wanted = wanted): string[] {
  return lab.heard(ms, which).filter((line) => !line.includes('Local/'));
}

function loggedIn(): PbxLab {
  const lab = new PbxLab({ dialplan, agents });
  lab.call(near, 'login', { number: '1001' });
  lab.heard(8000, {});
  return lab;
}

function called(lab: PbxLab, number: string): void {
  lab.call(near, 'request', { number });
}

/** The calling end of a channel whose caller has a number. */
function farEnd(lab: PbxLab, number: string) {
  const near = [...lab.pbx.channels.values()].find(
    ({ caller, name }) => caller.number === number && name.endsWith(';1'),
  )!;
  return otherHalf(near)!;
}

// In the order, and with the times, that Asterisk 16.28 and 22.10 tell of it.
describe('agents', () => {
  it('log in, and are there for callers five seconds later', () => {
    const lab = new PbxLab({ dialplan, agents });
    lab.call(near, 'login', { number: '1001' });

    expect(heard(lab, 1999)).toEqual([]);
    expect(lab.pbx.agents.all.get('1001')?.channel?.name).toBe('Local/stays@default-00000000;1');
    expect(heard(lab, 1)).toEqual([
      'AgentLogin 1001 1001',
      'BridgeEnter agent_hold 1001 1',
      'MusicOnHoldStart 1001 calm',
    ]);
    expect(heard(lab, 4999)).toEqual([]);
    expect(heard(lab, 1)).toEqual(['DeviceStateChange Agent:1001 NOT_INUSE']);
  });

  it('are connected with a caller after a beep, and wait again', () => {
    const lab = loggedIn();
    called(lab, '555');

    expect(heard(lab, 400, told).slice(2)).toEqual([
      'DeviceStateChange Agent:1001 INUSE',
      'NewConnectedLine 1001 555',
      'MusicOnHoldStop 1001',
      'BridgeEnter basic 555 1',
    ]);
    expect(heard(lab, 100, told)).toEqual([
      'BridgeLeave agent_hold 1001 0',
      'BridgeEnter basic 1001 2',
      'NewConnectedLine 555 1001',
    ]);

    farEnd(lab, '555').requestHangup(16);

    expect(heard(lab, 1000, told)).toEqual([
      'BridgeLeave basic 555 1',
      'BridgeLeave basic 1001 0',
      'NewConnectedLine 1001 1001',
      'DeviceStateChange Agent:1001 NOT_INUSE',
      'BridgeEnter agent_hold 1001 1',
      'MusicOnHoldStart 1001 calm',
    ]);
    expect(lab.pbx.channels.size).toBe(2);
  });

  it('wait again when the caller is gone before the beep is over', () => {
    const lab = loggedIn();
    called(lab, '555');
    lab.heard(100, {});
    farEnd(lab, '555').requestHangup(16);

    expect(heard(lab, 1000)).toEqual([
      'BridgeLeave basic 555 0',
      'BridgeLeave agent_hold 1001 0',
      'DeviceStateChange Agent:1001 NOT_INUSE',
      'BridgeEnter agent_hold 1001 1',
      'MusicOnHoldStart 1001 calm',
    ]);
  });

  it('have a while for themselves after a call', () => {
    const lab = new PbxLab({ dialplan, agents });
    lab.call(near, 'silent', { number: '1002' });
    lab.heard(6000, {});
    lab.call(near, 'request2', { number: '555' });
    lab.heard(1000, {});
    farEnd(lab, '555').requestHangup(16);

    expect(heard(lab, 1999).filter((line) => line.startsWith('Device'))).toEqual([]);
    expect(heard(lab, 1)).toEqual(['DeviceStateChange Agent:1002 NOT_INUSE']);
  });

  it('log off when they hang up, and the caller goes', () => {
    const lab = loggedIn();
    called(lab, '555');
    lab.heard(2000, {});
    lab.pbx.agents.all.get('1001')?.logOff(false);

    expect(heard(lab, 1000)).toEqual([
      'BridgeLeave basic 1001 1',
      'DeviceStateChange Agent:1001 UNAVAILABLE',
      'AgentLogoff 1001 10',
      'BridgeLeave basic 555 0',
    ]);
    expect(lab.pbx.channels.size).toBe(0);
  });

  it('log off softly: at once, or after the call', () => {
    const lab = loggedIn();
    called(lab, '555');
    lab.heard(2000, {});
    const agent = lab.pbx.agents.all.get('1001');
    agent?.logOff(true);

    expect(heard(lab, 1000)).toEqual([]);
    farEnd(lab, '555').requestHangup(16);
    expect(heard(lab, 1000)).toContain('AgentLogoff 1001 11');

    const other = loggedIn();
    other.pbx.agents.all.get('1001')?.logOff(true);

    expect(heard(other, 0)).toEqual([
      'MusicOnHoldStop 1001',
      'BridgeLeave agent_hold 1001 0',
      'DeviceStateChange Agent:1001 UNAVAILABLE',
      'AgentLogoff 1001 8',
    ]);
  });

  it('log off softly while they are still being greeted', () => {
    const lab = new PbxLab({ dialplan, agents });
    lab.call(near, 'login', { number: '1001' });
    lab.heard(1000, {});
    lab.pbx.agents.all.get('1001')?.logOff(true);

    expect(heard(lab, 1000)).toContain('AgentLogoff 1001 2');
    expect(lab.pbx.channels.size).toBe(0);
  });

  it('leave the caller to the dialplan when they go before they are connected', () => {
    const lab = loggedIn();
    called(lab, '555');
    lab.heard(100, {});
    lab.pbx.agents.all.get('1001')?.channel?.requestHangup(32);

    expect(lab.heard(1000, { Newexten: ['Application', 'AppData'] })).toEqual([
      'Newexten NoOp NOT_CONNECTED',
    ]);
  });

  it('cannot be had where they are busy, not there, or not known', () => {
    const steps = (lab: PbxLab): string[] =>
      lab
        .heard(100, { Newexten: ['Application', 'AppData'] })
        .filter((line) => line.startsWith('Newexten NoOp'));
    const lab = new PbxLab({ dialplan, agents });
    called(lab, '1');
    expect(steps(lab)).toEqual(['Newexten NoOp NOT_LOGGED_IN']);
    lab.call(near, 'nobody');
    expect(steps(lab)).toEqual(['Newexten NoOp INVALID']);
    lab.call(near, 'login');
    lab.heard(5000, {});
    called(lab, '1');
    expect(steps(lab)).toEqual(['Newexten NoOp BUSY']);
    lab.call(near, 'noid');
    expect(steps(lab)).toEqual([]);
    expect(lab.pbx.channels.size).toBe(2);
  });

  it('log in once only', () => {
    const lab = loggedIn();
    lab.call(near, 'login');

    expect(lab.heard(1000, { VarSet: ['Variable', 'Value'] })).toContain(
      'VarSet AGENT_STATUS ALREADY_LOGGED_IN',
    );
    expect(lab.pbx.channels.size).toBe(2);
  });
});
