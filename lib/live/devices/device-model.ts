import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { isResting, readDeviceState } from './device-state.js';
import type { DeviceState } from './device-state.js';
import type { Device } from './device.js';

/**
 * What the exchange makes channels of for itself, and does not keep the states of: there may be one
 * for each number that is dialled.
 *
 * Source: `AST_FLAG_DISABLE_DEVSTATE_CACHE` in `main/core_unreal.c`.
 */
const PASSING = /^(?:Local|CBAnn|CBRec|Announcer|Recorder)\//;

/** The devices of an exchange. */
export class DeviceModel implements Model<Device> {
  readonly table: EntityTable<Device>;
  // Devices of callers that are not configured are forgotten by the exchange without an event.
  readonly isPolled = true;

  constructor(context: Context) {
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    DeviceStateChange: (event) => {
      const name = event.get('Device') ?? '';
      const state = readDeviceState(event.get('State'));
      if (name === '' || state === undefined) return;
      if (isKept(name, state)) this.table.put(name, deviceOf(name, state, this.table.get(name)));
      else this.table.delete(name);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('DeviceStateList').pipe(
      map((entries) => {
        if (entries === undefined) return;
        reconcile(this.table, readList(entries), {
          isCheck,
          // What is not listed may be in use all the same: the exchange does not keep every state. But
          // after a lost session nothing would tell of its end.
          covers: (name) => !isCheck || isResting(this.table.get(name)?.state),
        });
      }),
    );
  }
}

function readList(
  entries: readonly AmiEvent[],
): Map<string, (known: Device | undefined) => Device> {
  const listed = new Map<string, (known: Device | undefined) => Device>();
  for (const entry of entries) {
    const name = ownText(entry.get('Device') ?? '');
    const state = readDeviceState(entry.get('State'));
    if (name === '' || state === undefined || !isKept(name, state)) continue;
    listed.set(name, (known) => deviceOf(name, state, known));
  }
  return listed;
}

/** Passing devices are kept only while something is going on. */
function isKept(name: string, state: DeviceState): boolean {
  return !isResting(state) || !PASSING.test(name);
}

function deviceOf(name: string, state: DeviceState, known: Device | undefined): Device {
  return known?.state === state ? known : { name: known?.name ?? ownText(name), state };
}

/** The kind of devices. */
export const deviceKind: Kind<DeviceModel> = {
  name: 'devices',
  needs: [],
  create: (context) => new DeviceModel(context),
};
