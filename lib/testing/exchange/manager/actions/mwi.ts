import type { Pbx } from '../../pbx/pbx.js';
import type { ManagerAction } from '../manager-action.js';
import { posixRegex } from '../posix-regex.js';
import type { ListEntry, Request } from '../request.js';

const isExternal = ({ mailboxes }: Pbx): boolean => mailboxes.isExternal;

const mwiGet: ManagerAction = {
  name: 'MWIGet',
  privilege: ['call', 'reporting'],
  synopsis: 'Get selected mailboxes with message counts.',
  isLoaded: isExternal,
  run: (request) => {
    const names = namesOf(request);
    if (names === undefined) return undefined;
    const { all } = request.pbx.mailboxes;
    const entries = names.map((name): ListEntry => {
      const { oldMessages = 0, newMessages = 0 } = all.get(name) ?? {};
      const counts = { OldMessages: oldMessages, NewMessages: newMessages };
      return ['MWIGet', { Mailbox: name, ...counts, ...request.id }];
    });
    request.list('Mailboxes will follow', entries, 'MWIGetComplete');
    return undefined;
  },
};

const mwiDelete: ManagerAction = {
  name: 'MWIDelete',
  privilege: ['call'],
  synopsis: 'Delete selected mailboxes.',
  isLoaded: isExternal,
  run: (request) => {
    const names = namesOf(request);
    if (names === undefined) return undefined;
    for (const name of names) request.pbx.mailboxes.all.delete(name);
    request.succeed();
    return undefined;
  },
};

const mwiUpdate: ManagerAction = {
  name: 'MWIUpdate',
  privilege: ['call'],
  synopsis: 'Update the mailbox message counts.',
  isLoaded: isExternal,
  run: (request) => {
    const name = request.get('Mailbox');
    if (name === '') {
      request.fail('Missing mailbox parameter in request');
      return undefined;
    }
    const counts: number[] = [];
    for (const field of ['OldMessages', 'NewMessages']) {
      const text = request.get(field);
      if (!/^\s*[+-]?\d|^$/.test(text)) {
        request.fail(`Invalid ${field}: ${text}`);
        return undefined;
      }
      counts.push(Number.parseInt(text, 10) || 0);
    }
    const [oldMessages = 0, newMessages = 0] = counts;
    request.pbx.mailboxes.set(name, { newMessages, oldMessages });
    request.succeed();
    return undefined;
  },
};

/** Mailboxes that others keep (res_mwi_external_ami.c). */
export const mwiActions: readonly ManagerAction[] = [mwiGet, mwiDelete, mwiUpdate];

/** The mailboxes that are asked for, by a name or by `/regex/`. */
function namesOf(request: Request): string[] | undefined {
  const asked = request.get('Mailbox');
  const { all } = request.pbx.mailboxes;
  if (asked === '') {
    request.fail('Missing mailbox parameter in request');
    return undefined;
  }
  if (!asked.startsWith('/')) return all.has(asked) ? [asked] : [];
  const pattern = compile(asked);
  if (pattern !== undefined) return [...all.keys()].filter((name) => pattern.test(name));
  request.fail(`Mailbox regex format invalid in: ${asked}`);
  return undefined;
}

function compile(text: string): RegExp | undefined {
  try {
    return text.length > 1 && text.endsWith('/') ? posixRegex(text.slice(1, -1)) : undefined;
  } catch {
    return undefined;
  }
}
