import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { deviceKind } from './devices/device-model.js';
import type { Device } from './devices/device.js';

/**
 * The devices of an exchange, by name (`PJSIP/alice`, `Custom:mydev`): whether they are in use, ring, or
 * cannot be called.
 *
 * Read from `DeviceStateList`, which has the states that Asterisk has come across so far, and kept by
 * `DeviceStateChange` (`main/devicestate.c`). Devices of Local channels are there only while they are in
 * use. See {@link Live} for when the streams emit, error and complete; unsubscribing from all of them
 * ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveDevices } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveDevices(ami)
 *   .watch('PJSIP/alice')
 *   .subscribe((device) => console.log(device?.state ?? 'not known'));
 * ```
 */
export function liveDevices(ami: AmiClient, options?: LiveOptions): Live<Device> {
  return liveOf(ami, deviceKind, options);
}
