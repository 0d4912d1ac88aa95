import type { PhoneInit } from './pbx/phones.js';

/** The phones of an exchange that is not told of any. */
export const defaultPhones: Readonly<Record<string, PhoneInit>> = {
  alice: { number: '1001', name: 'Alice' },
  bob: { number: '1002', name: 'Bob' },
  carol: { number: '1003', name: 'Carol' },
  dave: { number: '1004', name: 'Dave' },
};

/** The queues of an exchange that is not told of any. */
export const defaultQueues = `[support]
strategy = ringall
timeout = 15
member => PJSIP/carol,0,Carol,PJSIP/carol
member => PJSIP/dave,0,Dave,PJSIP/dave
[sales]
strategy = rrmemory
timeout = 15
member => PJSIP/bob,0,Bob,PJSIP/bob
`;

/**
 * The dialplan of an exchange that is not told of one: a number for each phone and each queue, a
 * conference, a place to park, an echo.
 */
export function defaultDialplan(
  phones: Readonly<Record<string, PhoneInit>>,
  queues: readonly string[],
): string {
  const dials = Object.entries(phones).flatMap(([phone, { number }]) =>
    number === undefined ? [] : [`exten => ${number},1,Dial(PJSIP/${phone},30,tTkK)`],
  );
  const waits = queues.map(
    (queue, index) => `exten => ${2001 + index},1,Answer()\n same => n,Queue(${queue})`,
  );
  return [
    '[default]',
    ...dials,
    ...waits,
    'exten => 3000,1,Answer()',
    ' same => n,ConfBridge(3000)',
    'exten => 4000,1,Answer()',
    ' same => n,Park()',
    'exten => 5000,1,Answer()',
    ' same => n,Echo()',
    'include => parkedcalls',
    '',
  ].join('\n');
}
