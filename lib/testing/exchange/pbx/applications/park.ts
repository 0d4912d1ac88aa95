import type { Application } from '../application.js';
import { pause } from '../pause.js';
import type { ParkOptions } from '../parking/parked-call.js';
import type { Place } from '../place.js';
import { introduce } from '../transfers/introduce.js';

/** How long it takes to say that there is nothing to be had. */
const refusalMs = 2000;

/** Parks the channel itself: `lot,options`, where options are `t(seconds)` and `c(context,exten,priority)`. */
export const park: Application = function* (channel, data) {
  const comma = data.indexOf(',');
  const name = comma < 0 ? data : data.slice(0, comma);
  const lot = channel.pbx.parking.lots.get(name === '' ? 'default' : name);
  channel.answer();
  const { bridge } = lot ?? {};
  const call = lot?.admit(channel, readOptions(comma < 0 ? '' : data.slice(comma + 1)));
  if (bridge === undefined || call === undefined) {
    yield* pause(channel.pbx, refusalMs);
    return true;
  }
  yield* bridge.seat(channel);
  return false;
};

function readOptions(text: string): ParkOptions {
  const time = /t\((\d+)\)/.exec(text)?.[1];
  const place = /c\(([^)]*)\)/.exec(text)?.[1];
  return {
    ...(time === undefined ? {} : { timeLimit: Number(time) }),
    ...(place === undefined ? {} : { comeback: readPlace(place) }),
  };
}

function readPlace(text: string): Place {
  const [context = 'default', exten = 's', priority = '1'] = text.split(',');
  return { context, exten, priority: Number(priority) };
}

/** Fetches somebody who is parked: `lot,space`. */
export const parkedCall: Application = function* (channel, data) {
  const [name = '', space = ''] = data.split(',');
  const { bridges, parking } = channel.pbx;
  const lot = parking.lots.get(name === '' ? 'default' : name);
  channel.answer();
  const call = lot?.release(channel, space === '' ? undefined : Number(space));
  if (call === undefined) {
    yield* pause(channel.pbx, refusalMs);
    return false;
  }
  const bridge = bridges.createBasic();
  bridge.adopt(call.channel);
  channel.pbx.soon(() => {
    if (channel.bridge === bridge) introduce(channel, call.channel);
  });
  yield* bridge.seat(channel);
  return false;
};
