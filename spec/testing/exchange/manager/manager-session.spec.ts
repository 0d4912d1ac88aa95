import { timer } from 'rxjs';
import { managerActions } from '../../../../lib/testing/exchange/manager/actions/index.js';
import type { ManagerAction } from '../../../../lib/testing/exchange/manager/manager-action.js';
import { ManagerLab } from './support/raw-client.js';

/** An action that takes three seconds. */
const slow: ManagerAction = {
  name: 'Slow',
  privilege: [],
  synopsis: 'Take its time.',
  run: (request) => {
    request.succeed('Begun');
    return timer(3000, request.pbx.scheduler);
  },
};

/** An action in the course of which something happens on the PBX. */
const busy: ManagerAction = {
  name: 'Busy',
  privilege: [],
  synopsis: 'Do something.',
  run: (request) => {
    request.pbx.emit('Test', ['call'], { Number: 1 });
    request.list('Numbers will follow', [['Number', { Value: 1 }]], 'NumbersComplete');
    request.pbx.emit('Test', ['call'], { Number: 2 });
  },
};

const pong = /^Response: Success\r\nActionID: p\r\nPing: Pong\r\nTimestamp: \d+\.\d{6}\r\n\r\n$/;
const ping = { Action: 'Ping', ActionID: 'p' };

function makeLab(): ManagerLab {
  return new ManagerLab({ actions: [...managerActions, slow, busy] });
}

describe('a session of the manager', () => {
  it('gets the answer to an action, list and all, before the events that it causes', () => {
    expect(makeLab().login().answer({ Action: 'busy', ActionID: '7' })).toBe(
      'Response: Success\r\nActionID: 7\r\nEventList: start\r\nMessage: Numbers will follow\r\n\r\n' +
        'Event: Number\r\nActionID: 7\r\nValue: 1\r\n\r\n' +
        'Event: NumbersComplete\r\nActionID: 7\r\nEventList: Complete\r\nListItems: 1\r\n\r\n' +
        'Event: Test\r\nPrivilege: call,all\r\nNumber: 1\r\n\r\n' +
        'Event: Test\r\nPrivilege: call,all\r\nNumber: 2\r\n\r\n',
    );
  });

  it('gets nothing at all while an action takes its time, other sessions do', () => {
    const lab = makeLab();
    const client = lab.login();
    const other = lab.login();

    expect(client.answer({ Action: 'Slow' })).toBe('Response: Success\r\nMessage: Begun\r\n\r\n');

    lab.pbx.emit('Test', ['call'], {});
    client.ask(ping);
    lab.clock.advance(2999);

    expect(client.text).toBe('');
    expect(other.text).toContain('Event: Test');

    lab.clock.advance(1);
    const [event, ...answer] = client.text.split(/(?=Response)/);

    expect(event).toBe('Event: Test\r\nPrivilege: call,all\r\n\r\n');
    expect(answer.join('')).toMatch(pong);
  });

  it('gets the events that it wants when they are sent, not when they happened', () => {
    const lab = makeLab();
    const client = lab.login({ Events: 'off' });
    lab.pbx.emit('Early', ['call'], {});
    client.ask({ Action: 'Slow' });
    lab.pbx.emit('Late', ['call'], {});
    client.ask({ Action: 'Events', EventMask: 'call' });
    lab.clock.advance(3000);
    lab.pbx.emit('Now', ['call'], {});
    lab.clock.advance();

    expect(client.text.match(/^Event: .*/gm)).toEqual(['Event: Now']);
  });

  it('sees an event only if it may and wants to see all of its classes', () => {
    const accounts = [
      { username: 'admin', secret: 's3cret', read: ['call', 'user', 'system'] } as const,
    ];
    const lab = new ManagerLab({ accounts });
    const client = lab.login({ Events: 'call,system,agent' });
    lab.pbx.emit('Call', ['call'], {});
    lab.pbx.emit('User', ['user'], {});
    lab.pbx.emit('Agent', ['agent'], {});
    lab.pbx.emit('CallAndSystem', ['call', 'system'], {});
    lab.pbx.emit('CallAndUser', ['call', 'user'], {});
    lab.clock.advance();

    expect(client.text.match(/^Event: .*/gm)).toEqual(['Event: Call', 'Event: CallAndSystem']);
  });

  it('sees nothing before it has logged in, and nothing of that afterwards', () => {
    const lab = makeLab();
    const client = lab.connect();
    lab.pbx.emit('Early', ['call'], {});
    client.ask({ Action: 'Login', Username: 'admin', Secret: 's3cret' });

    expect(client.text).not.toContain('Early');
  });

  it('answers what came before the client closed', () => {
    const lab = makeLab();
    const client = lab.login();
    client.send('Action: Slow\r\n\r\nAction: UserEvent\r\nUserEvent: Last\r\n\r\n');
    const other = lab.login();
    client.close();
    lab.clock.advance(3000);

    expect(other.text).toContain('UserEvent: Last');
    expect(lab.manager.sessions.size).toBe(1);
  });

  it('is over when the client has closed', () => {
    const lab = makeLab();
    lab.login().close();

    expect(lab.manager.sessions.size).toBe(0);
  });

  it('performs thousands of actions that come at once', () => {
    const client = makeLab().login();
    client.send('Action: Ping\r\n\r\n'.repeat(5000));

    expect(client.text.match(/^Ping: Pong/gm)).toHaveLength(5000);
  });
});
