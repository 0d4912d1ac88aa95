import type { Conference } from '../../pbx/conferences/conference.js';
import type { ConferenceUser } from '../../pbx/conferences/conference-user.js';
import type { Fields } from '../../pbx/fields.js';
import type { EventClass } from '../../../../catalogue/index.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const list: ManagerAction = {
  name: 'ConfbridgeList',
  privilege: ['reporting'],
  synopsis: 'List participants in a conference.',
  run: (request) => {
    const conference = conferenceOf(request);
    if (conference === undefined) return undefined;
    const entries = conference.users.map(
      (user) => ['ConfbridgeList', entryOf(request, conference, user)] as const,
    );
    request.list('Confbridge user list will follow', entries, 'ConfbridgeListComplete');
    return undefined;
  },
};

const listRooms: ManagerAction = {
  name: 'ConfbridgeListRooms',
  privilege: ['reporting'],
  synopsis: 'List active conferences.',
  run: (request) => {
    const conferences = [...request.pbx.conferences.all.values()];
    if (conferences.length === 0) {
      request.fail('No active conferences.');
      return undefined;
    }
    const entries = conferences.map((conference) => {
      const { name, users, markedUsers, isLocked, isMuted } = conference;
      const Locked = yesOrNo(isLocked);
      const counts = { Conference: name, Parties: users.length, Marked: markedUsers };
      return ['ConfbridgeListRooms', { ...counts, Locked, Muted: yesOrNo(isMuted) }] as const;
    });
    const complete = 'ConfbridgeListRoomsComplete';
    request.list('Confbridge conferences will follow', entries, complete);
    return undefined;
  },
};

/** An action on a conference. */
function onConference(
  name: string,
  synopsis: string,
  run: (request: Request, conference: Conference) => void,
  privilege: readonly EventClass[] = ['call'],
): ManagerAction {
  return {
    ...{ name, privilege, synopsis },
    run: (request) => {
      const conference = conferenceOf(request);
      if (conference !== undefined) run(request, conference);
      return undefined;
    },
  };
}

/** An action on somebody in a conference, on `all` of them, or on the `participants` who are no admins. */
function onUsers(
  name: string,
  synopsis: string,
  run: (request: Request, users: readonly ConferenceUser[], conference: Conference) => void,
): ManagerAction {
  return {
    ...{ name, privilege: ['call'], synopsis },
    run: (request) => {
      const channel = request.get('Channel');
      if (request.get('Conference') !== '' && channel === '') {
        request.fail('No channel name provided.');
        return undefined;
      }
      const conference = conferenceOf(request);
      if (conference === undefined) return undefined;
      const users = usersOf(conference, channel);
      if (users.length === 0) request.fail('No Channel by that name found in Conference.');
      else run(request, users, conference);
      return undefined;
    },
  };
}

const mute = onUsers('ConfbridgeMute', 'Mute a Confbridge user.', (request, users, conference) => {
  request.succeed('User muted');
  for (const user of users) conference.mute(user, true);
});

const unmute = onUsers(
  'ConfbridgeUnmute',
  'Unmute a Confbridge user.',
  (request, users, conference) => {
    request.succeed('User unmuted');
    for (const user of users) conference.mute(user, false);
  },
);

const kick = onUsers('ConfbridgeKick', 'Kick a Confbridge user.', (request, users) => {
  const isAll = request.get('Channel').toLowerCase() === 'all';
  request.succeed(isAll ? 'All participants kicked' : 'User kicked');
  for (const user of users) user.expel('KICKED');
});

const lock = onConference(
  'ConfbridgeLock',
  'Lock a Confbridge conference.',
  (request, conference) => {
    conference.isLocked = true;
    request.succeed('Conference locked');
  },
);

const unlock = onConference(
  'ConfbridgeUnlock',
  'Unlock a Confbridge conference.',
  (request, conference) => {
    conference.isLocked = false;
    request.succeed('Conference unlocked');
  },
);

const startRecord = onConference(
  'ConfbridgeStartRecord',
  'Start recording a Confbridge conference.',
  (request, conference) => {
    if (conference.isRecorded) request.fail('Conference is already being recorded.');
    else {
      conference.startRecording();
      request.succeed('Conference Recording Started.');
    }
  },
  ['system'],
);

const stopRecord = onConference(
  'ConfbridgeStopRecord',
  'Stop recording a Confbridge conference.',
  (request, conference) => {
    if (!conference.isRecorded) request.fail('Internal error while stopping recording.');
    else {
      conference.stopRecording();
      request.succeed('Conference Recording Stopped.');
    }
  },
  ['system'],
);

const setSingleVideoSrc: ManagerAction = {
  name: 'ConfbridgeSetSingleVideoSrc',
  privilege: ['call'],
  synopsis:
    'Set a conference user as the single video source distributed to all other participants.',
  run: (request) => {
    const channel = request.get('Channel');
    if (request.get('Conference') !== '' && channel === '') {
      request.fail('No channel name provided.');
      return undefined;
    }
    const conference = conferenceOf(request);
    if (conference === undefined) return undefined;
    const user = conference.find(channel);
    if (user === undefined) request.fail('No channel by that name found in conference.');
    else {
      conference.showVideoOf(user);
      request.succeed('Conference single video source set.');
    }
    return undefined;
  },
};

/** What a manager does with conferences. */
export const conferenceActions: readonly ManagerAction[] = [
  ...[list, listRooms, mute, unmute, kick, lock, unlock],
  ...[startRecord, stopRecord, setSingleVideoSrc],
];

/** The conference that is asked for; if there is none, the request has been answered. */
function conferenceOf(request: Request): Conference | undefined {
  const name = request.get('Conference');
  const { all } = request.pbx.conferences;
  if (name === '') request.fail('No Conference name provided.');
  else if (all.size === 0) request.fail('No active conferences.');
  else if (!all.has(name)) request.fail('No Conference by that name found.');
  return all.get(name);
}

function usersOf(conference: Conference, channel: string): readonly ConferenceUser[] {
  const wanted = channel.toLowerCase();
  if (wanted === 'all') return [...conference.users];
  if (wanted === 'participants') {
    return conference.users.filter(({ profile }) => !profile.isAdmin);
  }
  const user = conference.find(channel);
  return user === undefined ? [] : [user];
}

function entryOf(request: Request, { name }: Conference, user: ConferenceUser): Fields {
  const { profile, channel, isWaiting, isMuted, isTalking } = user;
  const { pbx } = request;
  return {
    Conference: name,
    Admin: yesOrNo(profile.isAdmin),
    MarkedUser: yesOrNo(profile.isMarked),
    WaitMarked: yesOrNo(profile.waitsForMarked),
    EndMarked: yesOrNo(profile.endsWithMarked),
    ...(pbx.version === '16' ? {} : { EndMarkedAny: 'No' }),
    Waiting: yesOrNo(isWaiting),
    Muted: yesOrNo(isMuted),
    Talking: yesOrNo(isTalking),
    AnsweredTime: Math.floor((pbx.now() - channel.createdAt) / 1000),
    ...channel.fields(),
  };
}

function yesOrNo(isSo: boolean): 'Yes' | 'No' {
  return isSo ? 'Yes' : 'No';
}
