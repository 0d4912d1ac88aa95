import type { AmiEvent } from '../../../lib/index.js';
import type { Names } from './names.js';
import { withoutTimes } from './times.js';

/** An event with nothing in it that differs from one run to the next. */
export interface PlainEvent {
  readonly name: string;
  /** Without those of `Event` and `Privilege`. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly privilege: string;
  /** The first value of a field, if it is there. */
  get(field: string): string | undefined;
}

/** What describes a channel that may be gone by then, and is left out where it is. */
const fleeting: Readonly<Record<string, RegExp>> = {
  AgentComplete:
    /^(Dest)?(Channel|CallerID|ConnectedLine|Language|AccountCode|Context|Exten|Priority|Uniqueid|Linkedid)/,
  AttendedTransfer: /^TransferTarget/,
};

export function plainEvent(event: AmiEvent, names: Names): PlainEvent {
  const fields = event.fields
    .filter(([field]) => field !== 'Event' && field !== 'Privilege')
    .filter(([field]) => fleeting[event.name]?.test(field) !== true)
    .map(([field, value]) => [field, names.in(withoutTimes(field, value, event))] as const);
  return {
    name: event.name,
    privilege: event.get('Privilege') ?? '',
    fields,
    get: (field) => fields.find(([name]) => name === field)?.[1],
  };
}
