import type { bridge } from '../../catalogue/schema/snapshots.js';
import type { WrittenFields, WrittenValue } from './written-fields.js';

/** What is told of a bridge, by Asterisk's names. */
export type BridgeFields = { readonly [K in keyof typeof bridge]?: WrittenValue | undefined };

/**
 * The block of fields by which Asterisk shows a bridge, to be spread into `BridgeCreate`,
 * `BridgeEnter`, `BridgeLeave`, `BridgeDestroy` or an entry of `BridgeList`.
 *
 * What you leave out is what a call of two has.
 *
 * @param id - The BridgeUniqueid.
 * @param given - What shall be otherwise, under Asterisk's names.
 *
 * @example
 * ```ts
 * import { bridgeFields, channelFields, event } from 'rxjs-ami/testing';
 *
 * const enters = event('BridgeEnter', {
 *   ...bridgeFields('b1', { BridgeNumChannels: 1 }),
 *   ...channelFields('PJSIP/alice-1'),
 * });
 * console.log(enters.get('BridgeUniqueid')); // b1
 * ```
 */
export function bridgeFields(id: string, given: BridgeFields = {}): WrittenFields {
  return {
    BridgeUniqueid: id,
    BridgeType: 'basic',
    BridgeTechnology: 'simple_bridge',
    BridgeCreator: '<unknown>',
    BridgeName: '<unknown>',
    BridgeNumChannels: 2,
    BridgeVideoSourceMode: 'none',
    ...given,
  };
}
