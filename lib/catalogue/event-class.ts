/** The classes of events that a manager user may ask for (`manager.conf`, `read =`). */
export const eventClasses = [
  'system',
  'call',
  'log',
  'verbose',
  'command',
  'agent',
  'user',
  'config',
  'dtmf',
  'reporting',
  'cdr',
  'dialplan',
  'originate',
  'agi',
  'cc',
  'aoc',
  'test',
  'security',
  'message',
] as const;

/** One class of events, by Asterisk's name. */
export type EventClass = (typeof eventClasses)[number];
