import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import { localPair } from '../local-channels.js';

/** How long it takes until sound has gone through both halves. */
const soundMs = 20;

/** Somebody has begun to talk by a Local channel: it may not be needed (core_unreal.c). */
export function optimizeSoon(channel: Channel): void {
  if (localPair(channel)?.isOptimizable !== true) return;
  channel.pbx.soon(() => {
    optimize(channel);
  }, soundMs);
}

/**
 * If both halves talk to somebody, brings the one whom the second half talks to into the place of
 * the first.
 */
function optimize(channel: Channel): void {
  const pair = localPair(channel);
  if (pair === undefined) return;
  const { one, two } = pair;
  const { pbx, bridge: to } = one;
  const { bridge: from } = two;
  if (!areTwo(to) || !areTwo(from) || to === from) return;
  const source = from.channels.find((other) => other !== two);
  if (source === undefined) return;
  const Id = pbx.next('optimization');
  const halves = () => ({ ...one.fields('LocalOne'), ...two.fields('LocalTwo') });
  pbx.emit('LocalOptimizationBegin', ['call'], {
    ...halves(),
    ...source.fields('Source'),
    ...{ DestUniqueId: two.uniqueid, Id },
  });
  to.adopt(source, one);
  pbx.emit('LocalOptimizationEnd', ['call'], {
    ...halves(),
    ...{ Success: 'No', Id },
  });
  one.release();
  from.dissolve();
}

/** Two who talk to each other, and nobody else. */
function areTwo(bridge: Bridge | undefined): bridge is Bridge {
  return bridge?.init.type === 'basic' && bridge.size === 2;
}
