import { ManagerLab } from './support/raw-client.js';

describe('the manager', () => {
  it('speaks the protocol of its version', () => {
    expect(new ManagerLab({}, { version: '16' }).connect().text).toBe(
      'Asterisk Call Manager/5.0.4\r\n',
    );
    expect(new ManagerLab({}, { version: '22' }).connect().text).toBe(
      'Asterisk Call Manager/11.0.0\r\n',
    );
  });

  it('writes repeated fields, and bytes that are no UTF-8, as they are', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    lab.pbx.emit('Test', ['call'], { Name: ['é', '\udce9'], Empty: '' });
    lab.clock.advance();

    expect(client.text).toBe(
      'Event: Test\r\nPrivilege: call,all\r\nName: \xc3\xa9\r\nName: \xe9\r\nEmpty: \r\n\r\n',
    );
  });

  it('loses a VarSet that is no UTF-8 on 16, and mends it on 22', () => {
    const [text16, text22] = (['16', '22'] as const).map((version) => {
      const lab = new ManagerLab({}, { version });
      const client = lab.login();
      lab.pbx.emit('VarSet', ['dialplan'], { Value: 'Jos\udce9' });
      lab.clock.advance();
      return client.text;
    });

    expect(text16).toBe('');
    expect(text22).toBe(
      'Event: VarSet\r\nPrivilege: dialplan,all\r\nValue: Jos\xef\xbf\xbd\r\n\r\n',
    );
  });

  it('loses an event of a queue member that is no UTF-8', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    lab.pbx.emit('QueueMemberAdded', ['agent'], { MemberName: 'Jos\udce9' });
    lab.pbx.emit('QueueMemberAdded', ['agent'], { MemberName: 'José' });
    lab.clock.advance();

    expect(client.text.match(/^MemberName: .*/gm)).toEqual(['MemberName: Jos\xc3\xa9']);
  });

  it('stamps events with the time and its name, but no answers', () => {
    const lab = new ManagerLab({ timestampEvents: true, systemName: 'pbx1' });
    const client = lab.login();
    lab.pbx.emit('Test', ['call'], { A: 1 });
    lab.clock.advance();

    expect(client.take()).toMatch(
      /^Event: Test\r\nPrivilege: call,all\r\nTimestamp: \d+\.\d{6}\r\nSystemName: pbx1\r\nA: 1\r\n\r\n$/,
    );
    expect(client.answer({ Action: 'Events', EventMask: 'on' })).not.toContain('SystemName');
  });

  it('refuses everything while it is about to stop, logins too', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    const stranger = lab.connect();
    lab.manager.beginStop();
    const refusal = 'Response: Error\r\nMessage: Asterisk is shutting down\r\n\r\n';

    expect(client.answer({ Action: 'Ping' })).toBe(refusal);
    expect(stranger.answer({ Action: 'Login', Username: 'admin', Secret: 's3cret' })).toBe(refusal);
    expect(client.hasEnded).toBe(false);
  });

  it('tells of its end, closes every session, and takes no other', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    const stranger = lab.connect();
    stranger.clear();
    lab.manager.stop({ cleanly: false });
    lab.clock.advance();
    const late = lab.connect();

    expect(client.text).toBe(
      'Event: Shutdown\r\nPrivilege: system,all\r\nShutdown: Uncleanly\r\nRestart: False\r\n\r\n',
    );
    expect(client.hasEnded).toBe(true);
    expect(stranger.text).toBe('');
    expect(stranger.hasEnded).toBe(true);
    expect(late.text).toBe('');
    expect(late.hasEnded).toBe(true);
  });

  it('cuts every session when it is destroyed', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    lab.manager.destroy();
    lab.clock.advance();

    expect(client.text).toBe('');
    expect(client.isReset).toBe(true);
    expect(lab.manager.sessions.size).toBe(0);
  });

  it('leaves nothing to be done in time when all sessions are over', () => {
    const lab = new ManagerLab();
    lab.connect();
    lab.login().ask({ Action: 'WaitEvent', Timeout: '100' });

    expect(lab.clock.pending).toBe(2);

    lab.manager.stop();
    lab.clock.advance();

    expect(lab.clock.pending).toBe(0);
  });
});
