import { fidelityDialplan } from './fidelity-dialplan.js';
import { fidelityQueues } from './fidelity-queues.js';

/** Messages end by themselves, whatever is to be heard. */
const fidelityVoicemail = `[general]
format = wav
minsecs = 1
maxsecs = 2

[default]
1235 => 4321,Bob B,bob@example.invalid
`;

/** The configuration files in which an exchange for the scenarios differs from the usual one. */
export const fidelityConfig: Readonly<Record<string, string>> = {
  'extensions.conf': fidelityDialplan,
  'queues.conf': fidelityQueues,
  'voicemail.conf': fidelityVoicemail,
  // Cdr events come of a module that few servers let write to the manager.
  'cdr_manager.conf': '[general]\nenabled = no\n',
};
