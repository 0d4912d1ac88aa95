import { ManagerLab } from '../support/raw-client.js';

function success(...fields: string[]): string {
  return ['Response: Success', ...fields, '', ''].join('\r\n');
}

describe('the action Events', () => {
  it.each([
    ['on', 'On'],
    ['call,system', 'On'],
    ['1', 'On'],
    ['off', 'Off'],
    ['bogus', 'Off'],
    ['0', 'Off'],
  ])('takes the mask %s for %s', (EventMask, events) => {
    expect(new ManagerLab().login().answer({ Action: 'Events', EventMask })).toBe(
      success(`Events: ${events}`),
    );
  });

  it('refuses an empty mask, and leaves the one that was', () => {
    const lab = new ManagerLab();
    const client = lab.login();

    expect(client.answer({ Action: 'Events' })).toBe(
      'Response: Error\r\nMessage: Invalid event mask\r\n\r\n',
    );

    lab.pbx.emit('Test', ['call'], {});
    lab.clock.advance();

    expect(client.text).toContain('Event: Test');
  });
});

describe('the action Filter', () => {
  it('holds back what it excludes, but no lists and no answers', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    client.ask({ Action: 'Filter', Operation: 'Add', Filter: '!DBGet|Test' });
    client.clear();
    lab.manager.database.put('a', 'b', 'Test');
    lab.pbx.emit('Test', ['call'], {});
    lab.pbx.emit('Other', ['call'], {});
    lab.clock.advance();

    expect(client.take()).toBe('Event: Other\r\nPrivilege: call,all\r\n\r\n');
    expect(client.answer({ Action: 'DBGet', Family: 'a', Key: 'b' })).toContain('Val: Test');
  });

  it('takes criteria on 22, and takes no notice of them on 16', () => {
    const [seen16, seen22] = (['16', '22'] as const).map((version) => {
      const lab = new ManagerLab({}, { version });
      const client = lab.login();
      client.ask({
        Action: 'Filter',
        Operation: 'Add',
        MatchCriteria: 'action(exclude),name(VarSet)',
      });
      lab.pbx.emit('VarSet', ['dialplan'], {});
      lab.pbx.emit('Other', ['call'], {});
      lab.clock.advance();
      return client.text.match(/^(?:Response|Event): .*/gm);
    });

    expect(seen16).toEqual(['Response: Success', 'Event: VarSet', 'Event: Other']);
    expect(seen22).toEqual(['Response: Success', 'Event: Other']);
  });

  it('needs a pattern on 22 if there are no criteria', () => {
    expect(new ManagerLab().login().answer({ Action: 'Filter', Operation: 'Add' })).toBe(
      'Response: Error\r\n' +
        'Message: Filter was formatted incorrectly.  Check the syntax of the filter given.\r\n\r\n',
    );
  });
});

describe('the action WaitEvent', () => {
  const done = success('ActionID: w', 'Message: Waiting for Event completed.');
  const complete = 'Event: WaitEventComplete\r\nActionID: w\r\n\r\n';
  const wait = { Action: 'WaitEvent', ActionID: 'w', Timeout: '10' };

  it('ends with the first event', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    client.ask(wait);
    lab.clock.advance(9999);
    lab.pbx.emit('Test', ['call'], {});
    lab.clock.advance();

    expect(client.text).toBe(`${done}Event: Test\r\nPrivilege: call,all\r\n\r\n${complete}`);
  });

  it('ends with its time', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    client.ask(wait);
    lab.clock.advance(9999);

    expect(client.text).toBe('');

    lab.clock.advance(1);

    expect(client.text).toBe(`${done}${complete}`);
  });

  it('ends with what the client sends next, but not with what it had sent already', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    client.send('Action: WaitEvent\r\nActionID: w\r\n\r\nAction: Ping\r\n\r\n');

    expect(client.text).toBe('');

    client.send('\r\n');

    expect(client.text).toMatch(/Event: WaitEventComplete[^]*Ping: Pong/);
  });
});
