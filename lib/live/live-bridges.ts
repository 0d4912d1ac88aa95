import type { AmiClient } from '../client/index.js';
import { bridgeKind } from './bridges/bridge-model.js';
import type { Bridge } from './bridges/bridge.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';

/**
 * The bridges of an exchange, by BridgeUniqueid: of which kind they are, and which channels are in
 * them, in order.
 *
 * Read from `BridgeList` and `CoreShowChannels`, kept by the bridge events. Bridges for parking and
 * for agents are there for good, also when nobody is in them. See {@link Live} for when the streams
 * emit, error and complete; unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveBridges } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveBridges(ami).values$.subscribe((bridges) => {
 *   console.log([...bridges.values()].filter(({ channels }) => channels.length > 1).length);
 * });
 * ```
 */
export function liveBridges(ami: AmiClient, options?: LiveOptions): Live<Bridge> {
  return liveOf(ami, bridgeKind, options);
}
