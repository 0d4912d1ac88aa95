import type { AmiEvent } from '../../../lib/index.js';

/** Events that are left out of all comparison. */
const irrelevant: readonly (readonly [because: string, is: (event: AmiEvent) => boolean])[] = [
  ['sent by builds with the test framework only', ({ name }) => name === 'TestEvent'],
  ['comes of the login, before anything is done', ({ name }) => name === 'FullyBooted'],
  ['a registration to nobody tries again when it is time', ({ name }) => name === 'Registry'],
  ['is about the session', (event) => event.get('Privilege')?.startsWith('security') === true],
  [
    'told once in the life of a server, with the first call that is parked',
    (event) => event.name === 'BridgeCreate' && event.get('BridgeType') === 'parking',
  ],
  [
    'told once in the life of a server, of channels that are not anybody',
    (event) => /^(Surrogate|AsyncGoto|CBAnn)\//.test(event.get('Device') ?? ''),
  ],
];

export function isIrrelevant(event: AmiEvent): boolean {
  return irrelevant.some(([, is]) => is(event));
}
