import type { ManagerAction } from '../manager-action.js';
import type { ListEntry, Request } from '../request.js';

const dbPut: ManagerAction = {
  name: 'DBPut',
  privilege: ['system'],
  synopsis: 'Put DB entry.',
  run: (request) => {
    if (!hasKey(request, '')) return;
    request.manager.database.put(request.get('Family'), request.get('Key'), request.get('Val'));
    request.succeed('Updated database successfully');
  },
};

const dbGet: ManagerAction = {
  name: 'DBGet',
  privilege: ['system', 'reporting'],
  synopsis: 'Get DB Entry.',
  run: (request) => {
    if (!hasKey(request, '.')) return;
    const Family = request.get('Family');
    const Key = request.get('Key');
    const Val = request.manager.database.get(Family, Key);
    if (Val === undefined) {
      request.fail('Database entry not found');
      return;
    }
    const entry = ['DBGetResponse', { Family, Key, Val, ...request.id }] as const;
    request.list('Result will follow', [entry], 'DBGetComplete');
  },
};

const dbGetTree: ManagerAction = {
  name: 'DBGetTree',
  privilege: ['system', 'reporting'],
  synopsis: 'Get DB entries, optionally at a particular family/key',
  run: (request) => {
    const { database } = request.manager;
    const entries = database
      .tree(request.get('Family'), request.get('Key'))
      .map(([Key, Val]): ListEntry => ['DBGetTreeResponse', { Key, Val, ...request.id }]);
    // 16 counts them wrong.
    const extra = request.pbx.version === '16' ? { ListItems: 1 } : {};
    request.list('Result will follow', entries, 'DBGetTreeComplete', extra);
  },
};

const dbDel: ManagerAction = {
  name: 'DBDel',
  privilege: ['system'],
  synopsis: 'Delete DB entry.',
  run: (request) => {
    if (!hasKey(request, '.')) return;
    const { database } = request.manager;
    if (database.delete(request.get('Family'), request.get('Key'))) {
      request.succeed('Key deleted successfully');
    } else request.fail('Database entry could not be deleted');
  },
};

const dbDelTree: ManagerAction = {
  name: 'DBDelTree',
  privilege: ['system'],
  synopsis: 'Delete DB Tree.',
  run: (request) => {
    const family = request.get('Family');
    if (family === '') request.fail('No family specified.');
    else if (request.manager.database.deleteTree(family, request.get('Key')) === 0) {
      request.fail('Database entry not found');
    } else request.succeed('Key tree deleted successfully');
  },
};

/** The database. */
export const databaseActions: readonly ManagerAction[] = [
  dbDel,
  dbDelTree,
  dbGet,
  dbGetTree,
  dbPut,
];

/** Whether family and key are given; only some of the actions end their sentences. */
function hasKey(request: Request, end: '' | '.'): boolean {
  for (const [field, what] of [
    ['Family', 'family'],
    ['Key', 'key'],
  ] as const) {
    if (request.get(field) !== '') continue;
    request.fail(`No ${what} specified${end}`);
    return false;
  }
  return true;
}
