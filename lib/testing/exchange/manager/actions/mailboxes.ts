import type { Pbx } from '../../pbx/pbx.js';
import type { ManagerAction } from '../manager-action.js';
import type { ListEntry, Request } from '../request.js';
import { detailOf, userOf } from './mailbox-entries.js';
import { mwiActions } from './mwi.js';

const hasVoicemail = ({ mailboxes }: Pbx): boolean => !mailboxes.isExternal;

const mailboxStatus: ManagerAction = {
  name: 'MailboxStatus',
  privilege: ['call', 'reporting'],
  synopsis: 'Check mailbox.',
  run: (request) => {
    const Mailbox = mailboxOf(request);
    if (Mailbox === undefined) return undefined;
    const Waiting = countOf(request, Mailbox, 'newMessages') > 0 ? 1 : 0;
    request.succeed('Mailbox Status', { Mailbox, Waiting });
    return undefined;
  },
};

const mailboxCount: ManagerAction = {
  name: 'MailboxCount',
  privilege: ['call', 'reporting'],
  synopsis: 'Check Mailbox Message Count.',
  run: (request) => {
    const Mailbox = mailboxOf(request);
    if (Mailbox === undefined) return undefined;
    request.succeed('Mailbox Message Count', {
      Mailbox,
      UrgMessages: 0,
      NewMessages: countOf(request, Mailbox, 'newMessages'),
      OldMessages: countOf(request, Mailbox, 'oldMessages'),
    });
    return undefined;
  },
};

const voicemailUsersList: ManagerAction = {
  name: 'VoicemailUsersList',
  privilege: ['call', 'reporting'],
  synopsis: 'List All Voicemail User Information.',
  isLoaded: hasVoicemail,
  run: (request) => {
    const entries = [...request.pbx.mailboxes.all.values()].map((mailbox): ListEntry => [
      'VoicemailUserEntry',
      userOf(mailbox),
    ]);
    if (entries.length === 0) {
      request.succeed('There are no voicemail users currently defined.');
    } else {
      request.list('Voicemail user list will follow', entries, 'VoicemailUserEntryComplete');
    }
    return undefined;
  },
};

const voicemailUserStatus: ManagerAction = {
  name: 'VoicemailUserStatus',
  privilege: ['call', 'reporting'],
  synopsis: "Show the status of given voicemail user's info.",
  isLoaded: hasVoicemail,
  run: (request) => {
    const name = userNameOf(request);
    if (name === undefined) return undefined;
    const mailbox = request.pbx.mailboxes.all.get(name);
    if (mailbox === undefined) {
      request.succeed('There is no voicemail user of the given info.');
    } else {
      const entry: ListEntry = ['VoicemailUserDetail', userOf(mailbox)];
      request.list('Voicemail user detail will follow', [entry], 'VoicemailUserDetailComplete');
    }
    return undefined;
  },
};

const voicemailBoxSummary: ManagerAction = {
  name: 'VoicemailBoxSummary',
  privilege: ['call', 'reporting'],
  synopsis: 'Show the mailbox contents of given voicemail user.',
  isLoaded: (pbx) => hasVoicemail(pbx) && pbx.version !== '16',
  run: (request) => {
    const name = userNameOf(request);
    if (name === undefined) return undefined;
    const mailbox = request.pbx.mailboxes.all.get(name);
    if (mailbox === undefined) {
      request.succeed('There is no voicemail user matching the given user.');
    } else {
      const entries = mailbox.messages.map((message): ListEntry => [
        'VoicemailBoxDetail',
        detailOf(message),
      ]);
      request.list('Voicemail box detail will follow', entries, 'VoicemailBoxDetailComplete');
    }
    return undefined;
  },
};

const voicemailRefresh: ManagerAction = {
  name: 'VoicemailRefresh',
  privilege: ['user'],
  synopsis: 'Tell Asterisk to poll mailboxes for a change',
  isLoaded: hasVoicemail,
  run: (request) => {
    request.succeed('Refresh sent');
    return undefined;
  },
};

/** Mailboxes, those of voicemail and those that others keep. */
export const mailboxActions: readonly ManagerAction[] = [
  ...[mailboxStatus, mailboxCount],
  ...[voicemailUsersList, voicemailUserStatus, voicemailBoxSummary, voicemailRefresh],
  ...mwiActions,
];

function mailboxOf(request: Request): string | undefined {
  const name = request.get('Mailbox');
  if (name !== '') return name;
  request.fail('Mailbox not specified');
  return undefined;
}

/** Of several mailboxes, which have commas in between, the sum. */
function countOf(request: Request, names: string, what: 'newMessages' | 'oldMessages'): number {
  return names
    .split(',')
    .map((name) => request.pbx.mailboxes.find(name.trim())?.[what] ?? 0)
    .reduce((one, other) => one + other);
}

function userNameOf(request: Request): string | undefined {
  const [context, number] = [request.get('Context'), request.get('Mailbox')];
  if (context !== '' && number !== '') return `${number}@${context}`;
  request.fail("Need 'Context' and 'Mailbox' parameters.");
  return undefined;
}
