import type { MessageView } from '../../../lib/index.js';

/** Fields that say how long something took, how often, or when it was. */
const timeFields = new Set(
  (
    'HoldTime Holdtime TalkTime RingTime Wait Logintime LoginTime LoggedInTime CallStarted ' +
    'LastCall LastPause Duration DurationMs Seconds LongestHoldTime ParkingTimeout ' +
    'ParkingDuration ServicelevelPerf ServicelevelPerf2 CreationTime'
  ).split(' '),
);

/** Variables that do. */
const timeVariable = /((TIME|WAIT)(_MS)?|TIMESTAMP)$/;

/** The value of a field; where it is a time, only whether it is one. Zero is one, except for "never". */
export function withoutTimes(field: string, value: string, message: MessageView): string {
  if (field === 'ActionID') return '<id>';
  // Counted up for as long as the server runs.
  if (field === 'Id' && message.has('LocalOneUniqueid')) return '<id>';
  const variable = message.get('Variable') ?? '';
  const isTime = timeFields.has(field) || (field === 'Value' && timeVariable.test(variable));
  if (!isTime || !/^[\d.:]+$/.test(value)) return value;
  return field.startsWith('Last') && value === '0' ? 'never' : '<time>';
}
