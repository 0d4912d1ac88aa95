import { eventClasses } from '../../../catalogue/index.js';
import type { EventClass } from '../../../catalogue/index.js';

/** The bits of manager.h; 14 is of hooks that no client sees. */
const bits: Readonly<Record<EventClass, number>> = {
  system: 1 << 0,
  call: 1 << 1,
  log: 1 << 2,
  verbose: 1 << 3,
  command: 1 << 4,
  agent: 1 << 5,
  user: 1 << 6,
  config: 1 << 7,
  dtmf: 1 << 8,
  reporting: 1 << 9,
  cdr: 1 << 10,
  dialplan: 1 << 11,
  originate: 1 << 12,
  agi: 1 << 13,
  cc: 1 << 15,
  aoc: 1 << 16,
  test: 1 << 17,
  security: 1 << 18,
  message: 1 << 30,
};

/** The mask of every class, as Asterisk has it. */
export const ALL_CLASSES = 0x7fffffff;

/** Classes as a bit mask. */
export function maskOf(classes: readonly EventClass[]): number {
  return classes.reduce((mask, name) => mask | bits[name], 0);
}

/** A mask as `Privilege` says it. */
export function describeMask(mask: number): string {
  if (mask === 0) return '<none>';
  return [...eventClasses.filter((name) => (mask & bits[name]) !== 0), 'all'].join(',');
}

/** Reads an event mask (`strings_to_mask`); `undefined` for one that Asterisk refuses. */
export function parseMask(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d+$/.test(text)) return Number(text) & ALL_CLASSES;
  if (/^(no|false|n|f|off)$/i.test(text)) return 0;
  if (/^(yes|true|y|t|on)$/i.test(text)) return ALL_CLASSES;
  const names = text.split(',');
  return names.includes('all')
    ? ALL_CLASSES
    : maskOf(eventClasses.filter((name) => names.includes(name)));
}
