import { AstDb } from '../../../../../lib/testing/exchange/manager/ast-db.js';
import { ManagerLab } from '../support/raw-client.js';
import type { RawClient } from '../support/raw-client.js';

function put(client: RawClient, Family: string, Key: string, Val: string): string {
  return client.answer({ Action: 'DBPut', Family, Key, Val });
}

function error(message: string): string {
  return `Response: Error\r\nMessage: ${message}\r\n\r\n`;
}

describe('the actions of the database', () => {
  it('keep a value, also for the next Asterisk', () => {
    const database = new AstDb();
    put(new ManagerLab({ database }).login(), 'fam', 'k', 'v: w');
    const answer = new ManagerLab({ database })
      .login()
      .answer({ Action: 'DBGet', ActionID: '1', Family: 'fam', Key: 'k' });

    expect(answer).toBe(
      'Response: Success\r\nActionID: 1\r\nEventList: start\r\nMessage: Result will follow\r\n\r\n' +
        'Event: DBGetResponse\r\nFamily: fam\r\nKey: k\r\nVal: v: w\r\nActionID: 1\r\n\r\n' +
        'Event: DBGetComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: 1\r\n\r\n',
    );
  });

  it('list a family, a key with what is below it, or everything', () => {
    const client = new ManagerLab().login();
    put(client, 'fam', 'b', '1');
    put(client, 'fam', 'a/x', '2');
    put(client, 'family', 'a', '3');
    const keys = (fields: Record<string, string>): string[] =>
      [...client.answer({ Action: 'DBGetTree', ...fields }).matchAll(/^Key: (.*)\r$/gm)].map(
        ([, key]) => key!,
      );

    expect(keys({})).toEqual(['/fam/a/x', '/fam/b', '/family/a']);
    expect(keys({ Family: 'fam' })).toEqual(['/fam/a/x', '/fam/b']);
    expect(keys({ Family: 'fam', Key: 'a' })).toEqual(['/fam/a/x']);
    expect(keys({ Family: 'none' })).toEqual([]);
  });

  it.each([
    ['16', 1],
    ['22', 2],
  ] as const)('count two values of a tree on %s as %s', (version, count) => {
    const client = new ManagerLab({}, { version }).login();
    put(client, 'fam', 'a', '1');
    put(client, 'fam', 'b', '2');

    expect(client.answer({ Action: 'DBGetTree' })).toContain(`ListItems: ${count}\r\n`);
  });

  it('delete a value once', () => {
    const client = new ManagerLab().login();
    put(client, 'fam', 'k', 'v');

    expect(client.answer({ Action: 'DBDel', Family: 'fam', Key: 'k' })).toBe(
      'Response: Success\r\nMessage: Key deleted successfully\r\n\r\n',
    );
    expect(client.answer({ Action: 'DBDel', Family: 'fam', Key: 'k' })).toBe(
      error('Database entry could not be deleted'),
    );
    expect(client.answer({ Action: 'DBGet', Family: 'fam', Key: 'k' })).toBe(
      error('Database entry not found'),
    );
  });

  it('delete a tree', () => {
    const lab = new ManagerLab();
    const client = lab.login();
    put(client, 'fam', 'a/x', '1');
    put(client, 'fam', 'b', '2');

    expect(client.answer({ Action: 'DBDelTree', Family: 'fam', Key: 'a' })).toBe(
      'Response: Success\r\nMessage: Key tree deleted successfully\r\n\r\n',
    );
    expect(lab.manager.database.tree()).toEqual([['/fam/b', '2']]);
    expect(client.answer({ Action: 'DBDelTree', Family: 'fam', Key: 'a' })).toBe(
      error('Database entry not found'),
    );
  });

  it.each([
    ['DBPut', { Key: 'k' }, 'No family specified'],
    ['DBPut', { Family: 'f' }, 'No key specified'],
    ['DBGet', { Key: 'k' }, 'No family specified.'],
    ['DBDel', { Family: 'f' }, 'No key specified.'],
    ['DBDelTree', {}, 'No family specified.'],
  ])('need family and key: %s of %j', (Action, fields, message) => {
    expect(new ManagerLab().login().answer({ Action, ...fields })).toBe(error(message));
  });
});
