import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { readText } from '../core/read-value.js';
import { reconcile } from '../core/reconcile.js';
import type { ParkedCall } from './parked-call.js';
import { readParkedCall } from './read-parked-call.js';

/** The calls that are parked on an exchange. */
export class ParkingModel implements Model<ParkedCall> {
  readonly table: EntityTable<ParkedCall>;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    ParkedCall: (event) => {
      this.#park(event);
    },
    // Names only who is parked from now on; whose place that was, the space says.
    ParkedCallSwap: (event) => {
      this.#park(event);
    },
    UnParkedCall: (event) => {
      this.table.delete(event.get('ParkeeUniqueid') ?? '');
    },
    ParkedCallTimeOut: (event) => {
      this.table.delete(event.get('ParkeeUniqueid') ?? '');
    },
    ParkedCallGiveUp: (event) => {
      this.table.delete(event.get('ParkeeUniqueid') ?? '');
    },
    Hangup: (event) => {
      this.table.delete(event.get('Uniqueid') ?? '');
    },
    Rename: (event) => {
      const call = this.table.get(event.get('Uniqueid'));
      const channel = readText(event, 'Newname');
      if (call !== undefined && channel !== undefined) {
        this.table.put(call.id, { ...call, channel });
      }
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('ParkedCalls').pipe(
      map((entries) => {
        if (entries === undefined) return;
        const listed = new Map<string, (known: ParkedCall | undefined) => ParkedCall>();
        for (const entry of entries) {
          const call = readParkedCall(entry, undefined, this.#context.at);
          if (call === undefined) continue;
          listed.set(call.id, (known) => readParkedCall(entry, known, this.#context.at) ?? call);
        }
        reconcile(this.table, listed, { isCheck });
      }),
    );
  }

  #park(event: AmiEvent): void {
    const known = this.table.get(event.get('ParkeeUniqueid'));
    const call = readParkedCall(event, known, this.#context.at);
    if (call === undefined) return;
    for (const other of this.table.map.values()) {
      const isReplaced = other.lot === call.lot && other.space === call.space;
      if (isReplaced && other.id !== call.id) this.table.delete(other.id);
    }
    this.table.put(call.id, call);
  }
}

/** The kind of parked calls. */
export const parkingKind: Kind<ParkingModel> = {
  name: 'parked calls',
  needs: [],
  create: (context) => new ParkingModel(context),
};
