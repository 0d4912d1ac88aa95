import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readNumber } from '../core/read-value.js';
import { reconcile } from '../core/reconcile.js';
import { keepSame } from '../core/keep-same.js';
import type { ParkingLot } from './parking-lot.js';

/** The parking lots of an exchange. No event tells of them: parking in an unknown one makes it look. */
export class ParkingLotModel implements Model<ParkingLot> {
  readonly table: EntityTable<ParkingLot>;
  readonly isPolled = true;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    ParkedCall: (event) => {
      const lot = event.get('Parkinglot') ?? '';
      if (lot !== '' && this.table.get(lot) === undefined) this.#context.onStale(this);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('Parkinglots').pipe(
      map((entries) => {
        if (entries === undefined) return;
        const listed = new Map<string, (known: ParkingLot | undefined) => ParkingLot>();
        for (const entry of entries) {
          const name = ownText(entry.get('Name') ?? '');
          if (name !== '') listed.set(name, (known) => keepSame(known, readLot(name, entry)));
        }
        reconcile(this.table, listed, { isCheck });
      }),
    );
  }
}

function readLot(name: string, entry: AmiEvent): ParkingLot {
  const timeout = readNumber(entry, 'Timeout') ?? 0;
  return {
    name,
    firstSpace: readNumber(entry, 'StartSpace') ?? 0,
    lastSpace: readNumber(entry, 'StopSpace') ?? 0,
    timeoutMs: timeout > 0 ? timeout * 1000 : undefined,
  };
}

/** The kind of parking lots. */
export const parkingLotKind: Kind<ParkingLotModel> = {
  name: 'parking lots',
  needs: [],
  create: (context) => new ParkingLotModel(context),
};
