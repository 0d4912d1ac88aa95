import { PEERS } from './peers.js';

export interface Contender {
  /** In `clients/`. */
  readonly file: string;
  readonly title: string;
  readonly kind: 'raw' | 'peer' | 'ours';
}

const peers = Object.entries(PEERS).map(([name, version]): Contender => {
  return { file: name.replace('.', '-'), title: `${name} ${version}`, kind: 'peer' };
});

export const RAW = {
  file: 'raw',
  title: 'raw socket: read and discarded',
  kind: 'raw',
} as const satisfies Contender;

export const FIELDS_READ = {
  file: 'ours-fields',
  title: '**rxjs-ami**: name and three fields',
  kind: 'ours',
} as const satisfies Contender;

export const OBJECTS_READ = {
  file: 'ours-object',
  title: '**rxjs-ami**: `toObject()`',
  kind: 'ours',
} as const satisfies Contender;

export const EVENTS_TYPED = {
  file: 'ours-typed',
  title: '**rxjs-ami**: decoded and validated, `event(name)`',
  kind: 'ours',
} as const satisfies Contender;

export const LIVE_KEPT = {
  file: 'ours-live',
  title: '**rxjs-ami**: live channels, calls, bridges and queues',
  kind: 'ours',
} as const satisfies Contender;

export const CONTENDERS: readonly Contender[] = [
  RAW,
  ...peers,
  FIELDS_READ,
  OBJECTS_READ,
  EVENTS_TYPED,
  LIVE_KEPT,
];
