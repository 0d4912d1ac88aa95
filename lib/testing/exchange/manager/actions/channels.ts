import type { Place } from '../../pbx/place.js';
import { isForbiddenFunction } from '../forbidden-functions.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';
import { coreShowChannel, status } from './channel-entries.js';

const coreShowChannels: ManagerAction = {
  name: 'CoreShowChannels',
  privilege: ['system', 'reporting'],
  synopsis: 'List currently active channels.',
  run: (request) => {
    const entries = [...request.pbx.channels.values()].map(
      (channel) => ['CoreShowChannel', coreShowChannel(channel)] as const,
    );
    request.list('Channels will follow', entries, 'CoreShowChannelsComplete');
    return undefined;
  },
};

const statusAction: ManagerAction = {
  name: 'Status',
  privilege: ['system', 'call', 'reporting'],
  synopsis: 'List channel status.',
  run: (request) => {
    const name = request.get('Channel');
    const one = request.pbx.findChannel(name);
    if (name !== '' && one === undefined) {
      request.fail('No such channel');
      return undefined;
    }
    const asked = request
      .get('Variables')
      .split(',')
      .filter((text) => text !== '');
    const isAll = /^(yes|true|y|t|1|on)$/i.test(request.get('AllVariables'));
    if (!isAll && asked.some(isForbiddenFunction)) {
      request.fail('Status Access Forbidden: Variables');
      return undefined;
    }
    const channels = one === undefined ? [...request.pbx.channels.values()] : [one];
    const entries = channels.map(
      (channel) =>
        ['Status', { ...status(channel, isAll ? 'all' : asked), ...request.id }] as const,
    );
    const items = { Items: entries.length };
    request.list('Channel status will follow', entries, 'StatusComplete', items);
    return undefined;
  },
};

const hangup: ManagerAction = {
  name: 'Hangup',
  privilege: ['system', 'call'],
  synopsis: 'Hangup channel.',
  run: (request) => {
    const name = request.get('Channel');
    const cause = request.get('Cause') === '' ? undefined : Number(request.get('Cause'));
    if (name === '') {
      request.fail('No channel specified');
    } else if (name.startsWith('/')) {
      hangUpMatching(request, name, cause);
    } else {
      const channel = request.pbx.findChannel(name);
      if (channel === undefined) {
        request.fail('No such channel');
        return undefined;
      }
      channel.endSoon(cause);
      request.succeed('Channel Hungup');
    }
    return undefined;
  },
};

/** Hangs up what fits `/regex/`: then it is a list. */
function hangUpMatching(request: Request, text: string, cause: number | undefined): void {
  const pattern = compile(text.slice(1, text.lastIndexOf('/')));
  if (pattern === undefined) {
    request.fail('Regex compile failed on: ' + text);
    return;
  }
  const channels = [...request.pbx.channels.values()].filter(({ name }) => pattern.test(name));
  const entries = channels.map(({ name }) => ['ChannelHungup', { Channel: name }] as const);
  request.list('Channels hung up will follow', entries, 'ChannelsHungupListComplete');
  for (const channel of channels) channel.endSoon(cause);
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

const redirect: ManagerAction = {
  name: 'Redirect',
  privilege: ['call'],
  synopsis: 'Redirect (transfer) a call.',
  run: (request) => {
    const [name, extraName] = [request.get('Channel'), request.get('ExtraChannel')];
    if (name === '') {
      request.fail('Channel not specified');
      return undefined;
    }
    const channel = request.pbx.findChannel(name);
    const extra = request.pbx.findChannel(extraName);
    if (channel === undefined) {
      request.fail(`Channel does not exist: ${name}`);
    } else if (extraName !== '' && extra === undefined) {
      request.fail(`ExtraChannel does not exist: ${extraName}`);
    } else {
      const place = placeOf(request, '');
      if (typeof place === 'string') {
        request.fail(place);
        return undefined;
      }
      const extraPlace = request.get('ExtraContext') === '' ? place : placeOf(request, 'Extra');
      channel.moveTo(place);
      if (extra !== undefined && typeof extraPlace !== 'string') extra.moveTo(extraPlace);
      request.succeed(extra === undefined ? 'Redirect successful' : 'Dual Redirect successful');
    }
    return undefined;
  },
};

/** The place of the fields with a prefix, or what is wrong with it. */
function placeOf(request: Request, prefix: string): Place | string {
  const context = request.get(`${prefix}Context`);
  const exten = request.get(`${prefix}Exten`);
  const text = request.get(`${prefix}Priority`);
  const priority = request.pbx.dialplan.priorityOf(context, exten, text === '' ? '1' : text);
  if (priority === undefined) return 'Priority is invalid';
  return { context, exten, priority };
}

const coreShowChannelMap: ManagerAction = {
  name: 'CoreShowChannelMap',
  privilege: ['system', 'reporting'],
  synopsis: 'List all channels connected to the specified channel.',
  run: (request) => {
    const name = request.get('Channel');
    const channel = request.pbx.findChannel(name);
    if (name === '') request.fail('CoreShowChannelMap requires a channel.\n');
    else if (channel === undefined) request.fail('Could not get channel snapshot\n');
    else {
      const entries = (channel.bridge?.channels ?? [])
        .filter((other) => other !== channel)
        .map(
          (other) =>
            ['CoreShowChannelMap', { Channel: name, ConnectedChannel: other.name }] as const,
        );
      request.list('Channel map will follow', entries, 'CoreShowChannelMapComplete');
    }
    return undefined;
  },
};

/** What can be done with channels. */
export const channelActions: readonly ManagerAction[] = [
  ...[coreShowChannels, statusAction, hangup, redirect, coreShowChannelMap],
];
