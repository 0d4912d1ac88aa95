import { createHash } from 'node:crypto';
import { ManagerLab } from './support/raw-client.js';
import type { RawClient } from './support/raw-client.js';

const login = { Action: 'Login', Username: 'admin', Secret: 's3cret' };

function challenge(client: RawClient): string {
  const answer = client.answer({ Action: 'Challenge', AuthType: 'MD5' });
  return /^Challenge: (\d+)\r$/m.exec(answer)?.[1] ?? '';
}

function keyTo(given: string, secret: string): string {
  return createHash('md5').update(`${given}${secret}`).digest('hex');
}

describe('logging in to the manager', () => {
  it('works with a user name in any case', () => {
    const answer = new ManagerLab().connect().answer({ ...login, Username: 'ADMIN' });

    expect(answer).toContain('Message: Authentication accepted\r\n');
    expect(answer).toContain('AccountID: ADMIN\r\n');
  });

  it('works with the key to a challenge, which is the same for the life of a connection', () => {
    const client = new ManagerLab().connect();
    const given = challenge(client);
    const key = keyTo(given, 's3cret');

    expect(challenge(client)).toBe(given);

    const answer = client.answer({ ...login, AuthType: 'MD5', Key: key });

    expect(answer).toContain('Message: Authentication accepted\r\n');
  });

  it('has another challenge for another connection', () => {
    const lab = new ManagerLab();

    expect(challenge(lab.connect())).not.toBe(challenge(lab.connect()));
  });

  it('refuses the same key in capital letters', () => {
    const lab = new ManagerLab();
    const client = lab.connect();
    const key = keyTo(challenge(client), 's3cret').toUpperCase();
    client.answer({ ...login, AuthType: 'MD5', Key: key });
    lab.clock.advance(1000);

    expect(client.text).toBe('Response: Error\r\nMessage: Authentication failed\r\n\r\n');
  });

  it('refuses a key where no challenge was asked for', () => {
    const lab = new ManagerLab();
    const client = lab.connect();
    client.answer({ ...login, AuthType: 'MD5', Key: keyTo('', 's3cret') });
    lab.clock.advance(1000);

    expect(client.hasEnded).toBe(true);
  });

  it('needs an AuthType for a challenge', () => {
    expect(new ManagerLab().connect().answer({ Action: 'Challenge' })).toBe(
      'Response: Error\r\nMessage: Must specify AuthType\r\n\r\n',
    );
  });

  it('keeps who fails waiting for a second, and then closes', () => {
    const lab = new ManagerLab();
    const client = lab.connect();
    client.clear();
    client.ask({ ...login, Secret: 'wrong' });
    client.ask({ Action: 'Ping' });
    lab.clock.advance(999);

    expect(client.text).toBe('');
    expect(client.hasEnded).toBe(false);

    lab.clock.advance(1);

    expect(client.text).toBe('Response: Error\r\nMessage: Authentication failed\r\n\r\n');
    expect(client.hasEnded).toBe(true);
    expect(lab.manager.sessions.size).toBe(0);
  });

  it('is not done twice', () => {
    expect(new ManagerLab().login().answer({ ...login, Secret: 'wrong' })).toBe(
      'Response: Success\r\nMessage: Already authenticated\r\n\r\n',
    );
  });

  it('closes without a word who takes too long', () => {
    const lab = new ManagerLab({ authTimeout: 5000 });
    const slow = lab.connect();
    const quick = lab.login();
    lab.clock.advance(4999);

    expect(slow.hasEnded).toBe(false);

    lab.clock.advance(1);

    expect(slow.hasEnded).toBe(true);
    expect(slow.text).toBe('Asterisk Call Manager/11.0.0\r\n');
    expect(quick.hasEnded).toBe(false);
  });

  it('turns away, without a greeting, who comes after too many that have not logged in', () => {
    const lab = new ManagerLab({ authLimit: 1 });
    const first = lab.connect();
    const refused = lab.connect();

    expect(refused.text).toBe('');
    expect(refused.hasEnded).toBe(true);

    first.ask(login);

    expect(lab.connect().text).toBe('Asterisk Call Manager/11.0.0\r\n');
  });

  it('lets a user in again who may be in once, when that session is over', () => {
    const accounts = [{ username: 'admin', secret: 's3cret', allowMultipleLogin: false }];
    const lab = new ManagerLab({ accounts });
    lab.login().close();

    expect(lab.connect().answer(login)).toContain('Authentication accepted');
  });

  it('says goodbye, and nothing more', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    client.send('Action: Logoff\r\n\r\nAction: Ping\r\n\r\n');

    expect(client.text).toBe('Response: Goodbye\r\nMessage: Thanks for all the fish.\r\n\r\n');
    expect(client.hasEnded).toBe(true);
  });

  it('tells of FullyBooted only who has the class and wants it', () => {
    const accounts = [
      { username: 'admin', secret: 's3cret' },
      { username: 'callonly', secret: 'x', read: ['call'] } as const,
    ];
    const lab = new ManagerLab({ accounts });

    expect(lab.connect().answer(login)).toContain('Event: FullyBooted');
    expect(lab.connect().answer({ ...login, Events: 'system' })).toContain('Event: FullyBooted');
    expect(lab.connect().answer({ ...login, Events: 'call' })).not.toContain('FullyBooted');
    expect(lab.connect().answer({ Action: 'Login', Username: 'callonly', Secret: 'x' })).toBe(
      'Response: Success\r\nMessage: Authentication accepted\r\n\r\n',
    );
  });

  it('tells of FullyBooted later while Asterisk starts', () => {
    const lab = new ManagerLab({ isBooted: false });
    const client = lab.connect();

    expect(client.answer(login)).not.toContain('FullyBooted');

    lab.clock.advance(3000);
    lab.manager.boot();
    lab.clock.advance();

    expect(client.text).toBe(
      'Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n' +
        'Uptime: 3\r\nLastReload: 3\r\n\r\n',
    );
  });
});
