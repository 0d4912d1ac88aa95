import type { ParkOptions } from '../../pbx/parking/parked-call.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const parkAction: ManagerAction = {
  name: 'Park',
  privilege: ['call'],
  synopsis: 'Park a channel.',
  run: (request) => {
    const name = request.get('Channel');
    if (name === '') {
      request.fail('Channel not specified');
      return undefined;
    }
    const options = readOptions(request);
    const channel = request.pbx.findChannel(name);
    if (options === undefined) request.fail('Invalid Timeout value.');
    else if (channel === undefined) request.fail(`Channel does not exist: ${name}`);
    else {
      const lot = request.get('Parkinglot');
      const call = request.pbx.parking.park(channel, lot === '' ? 'default' : lot, options);
      if (call === undefined) request.fail('Park action failed');
      else request.succeed('Park successful');
    }
    return undefined;
  },
};

const parkedCalls: ManagerAction = {
  name: 'ParkedCalls',
  privilege: ['call'],
  synopsis: 'List parked calls.',
  run: (request) => {
    const name = request.get('ParkingLot');
    const { lots } = request.pbx.parking;
    const lot = lots.get(name);
    if (name !== '' && lot === undefined) {
      request.fail('Requested parking lot could not be found.');
      return undefined;
    }
    const entries = (lot === undefined ? [...lots.values()] : [lot])
      .flatMap(({ calls }) => [...calls.values()])
      .map((call) => ['ParkedCall', { ...call.fields(), ...request.id }] as const);
    const total = { Total: entries.length };
    request.list('Parked calls will follow', entries, 'ParkedCallsComplete', total);
    return undefined;
  },
};

const parkinglots: ManagerAction = {
  name: 'Parkinglots',
  privilege: ['call'],
  synopsis: 'Get a list of parking lots',
  run: (request) => {
    const entries = [...request.pbx.parking.lots.values()].map(({ config }) => {
      const { name, first, last, parkingTime } = config;
      const fields = { Name: name, StartSpace: first, StopSpace: last, Timeout: parkingTime };
      return ['Parkinglot', fields] as const;
    });
    request.list('Parking lots will follow', entries, 'ParkinglotsComplete');
    return undefined;
  },
};

/** What a manager does with parking lots. */
export const parkingActions: readonly ManagerAction[] = [parkAction, parkedCalls, parkinglots];

/** How to park; `undefined` if the time is none. */
function readOptions(request: Request): ParkOptions | undefined {
  const parker = request.get('TimeoutChannel');
  const text = request.get('Timeout');
  if (text !== '' && !/^\s*\+?\d/.test(text)) return undefined;
  const ms = Number.parseInt(text, 10);
  return {
    ...(parker === '' ? {} : { parker }),
    // Seconds count, and less than one is one.
    ...(text === '' ? {} : { timeLimit: ms === 0 ? 0 : Math.max(1, Math.floor(ms / 1000)) }),
  };
}
