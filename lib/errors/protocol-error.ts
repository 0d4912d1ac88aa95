import { AmiError } from './ami-error.js';

/**
 * The peer passed a limit (line length, message size, list entries) or sent what cannot be
 * understood as AMI. It ends the session, and `connect` opens a new one; a list that passed
 * `maxListEntries` fails alone.
 */
export class ProtocolError extends AmiError {
  override readonly name = 'ProtocolError' as const;
  readonly code = 'AMI_PROTOCOL' as const;
}
