import type { Bridge } from '../../pbx/bridge.js';
import { joinChannels } from '../../pbx/transfers/join-channels.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const bridgeList: ManagerAction = {
  name: 'BridgeList',
  privilege: [],
  synopsis: 'Get a list of bridges in the system.',
  run: (request) => {
    const type = request.get('BridgeType').toLowerCase();
    const entries = [...request.pbx.bridges.all.values()]
      .filter(({ init }) => type === '' || init.type === type)
      .map((bridge) => ['BridgeListItem', bridge.fields()] as const);
    request.list('Bridge listing will follow', entries, 'BridgeListComplete');
    return undefined;
  },
};

const bridgeInfo: ManagerAction = {
  name: 'BridgeInfo',
  privilege: [],
  synopsis: 'Get information about a bridge.',
  run: (request) => {
    const bridge = bridgeOf(request);
    if (bridge === undefined) return undefined;
    const entries = bridge.channels.map((one) => ['BridgeInfoChannel', one.fields()] as const);
    const message = 'Bridge channel listing will follow';
    request.list(message, entries, 'BridgeInfoComplete', bridge.fields());
    return undefined;
  },
};

const bridgeDestroy: ManagerAction = {
  name: 'BridgeDestroy',
  privilege: [],
  synopsis: 'Destroy a bridge.',
  run: (request) => {
    const bridge = bridgeOf(request);
    if (bridge === undefined) return undefined;
    request.succeed('Bridge has been destroyed');
    if (bridge.channels.length === 0) bridge.destroy();
    else bridge.dissolve();
    return undefined;
  },
};

const bridgeKick: ManagerAction = {
  name: 'BridgeKick',
  privilege: [],
  synopsis: 'Kick a channel from a bridge.',
  run: (request) => {
    const [id, name] = [request.get('BridgeUniqueid'), request.get('Channel')];
    const channel = request.pbx.findChannel(name);
    const bridge = id === '' ? channel?.bridge : request.pbx.bridges.all.get(id);
    if (name === '') request.fail('Channel must be provided');
    else if (channel === undefined) request.fail('Channel does not exist');
    else if (bridge === undefined) {
      request.fail(id === '' ? 'Channel is not in a bridge' : 'Bridge not found');
    } else if (channel.bridge !== bridge) request.fail('Channel kick from bridge failed');
    else {
      request.succeed('Channel has been kicked');
      bridge.kick(channel);
    }
    return undefined;
  },
};

const bridge: ManagerAction = {
  name: 'Bridge',
  privilege: ['call'],
  synopsis: 'Bridge two channels already in the PBX.',
  run: (request) => {
    const [name1, name2] = [request.get('Channel1'), request.get('Channel2')];
    const one = request.pbx.findChannel(name1);
    const other = request.pbx.findChannel(name2);
    if (name1 === '' || name2 === '') request.fail('Missing channel parameter in request');
    else if (one === undefined) request.fail(`Channel1 does not exist: ${name1}`);
    else if (other === undefined) request.fail(`Channel2 does not exist: ${name2}`);
    else if (one === other) request.fail(`Unable to add Channel2 to bridge: ${name2}`);
    else {
      joinChannels(one, other);
      request.succeed('Channels have been bridged');
    }
    return undefined;
  },
};

/** The technologies that there are, with what they are for and how much they are liked. */
const technologies = [
  ['native_rtp', 'Native', 90],
  ['holding_bridge', 'Holding', 50],
  ['simple_bridge', '1to1Mix', 50],
  ['softmix', 'MultiMix', 10],
] as const;

const technologyList: ManagerAction = {
  name: 'BridgeTechnologyList',
  privilege: [],
  synopsis: 'List available bridging technologies and their statuses.',
  run: (request) => {
    const { suspended } = request.pbx.bridges;
    const entries = technologies.map(([name, type, priority]) => {
      const isSuspended = suspended.has(name) ? 'Yes' : 'No';
      const fields = { BridgeTechnology: name, BridgeType: type, BridgePriority: priority };
      const entry = { ...fields, BridgeSuspended: isSuspended, ...request.id };
      return ['BridgeTechnologyListItem', entry] as const;
    });
    const complete = 'BridgeTechnologyListComplete';
    request.list('Bridge technology listing will follow', entries, complete);
    return undefined;
  },
};

/** An action that has a technology used no more, or again; nothing else comes of it here. */
function suspension(name: string, synopsis: string, isSuspended: boolean): ManagerAction {
  return {
    ...{ name, privilege: [], synopsis },
    run: (request) => {
      const technology = request.get('BridgeTechnology');
      const { suspended } = request.pbx.bridges;
      if (technology === '') request.fail('BridgeTechnology must be provided');
      else if (!technologies.some(([known]) => known === technology)) {
        request.fail('BridgeTechnology not found');
      } else {
        if (isSuspended) suspended.add(technology);
        else suspended.delete(technology);
        request.succeed(`${isSuspended ? 'Suspended' : 'Unsuspended'} bridge technology`);
      }
      return undefined;
    },
  };
}

/** What a manager does with bridges. */
export const bridgeActions: readonly ManagerAction[] = [
  ...[bridge, bridgeList, bridgeInfo, bridgeKick, bridgeDestroy, technologyList],
  suspension('BridgeTechnologySuspend', 'Suspend a bridging technology.', true),
  suspension('BridgeTechnologyUnsuspend', 'Unsuspend a bridging technology.', false),
];

/** The bridge that is asked for; if there is none, the request has been answered. */
function bridgeOf(request: Request): Bridge | undefined {
  const id = request.get('BridgeUniqueid');
  const found = request.pbx.bridges.all.get(id);
  if (id === '') request.fail('BridgeUniqueid must be provided');
  else if (found === undefined) request.fail('Specified BridgeUniqueid not found');
  return found;
}
