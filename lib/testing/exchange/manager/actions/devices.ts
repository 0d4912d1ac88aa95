import type { ManagerAction } from '../manager-action.js';

const deviceStateList: ManagerAction = {
  name: 'DeviceStateList',
  privilege: ['call', 'reporting'],
  synopsis: 'List the current known device states.',
  run: (request) => {
    const entries = [...request.pbx.devices.states].map(
      ([Device, State]) => ['DeviceStateChange', { Device, State }] as const,
    );
    request.list('Device State Changes will follow', entries, 'DeviceStateListComplete');
    return undefined;
  },
};

/** The states of devices. */
export const deviceActions: readonly ManagerAction[] = [deviceStateList];
