import { readSent, readTranscript } from '../../../../support/transcripts.js';
import { messagesOf } from './normalise.js';

/** A request of a recording, and what came for it. */
export interface RecordedAnswer {
  /** Its fields, to be sent again. */
  readonly sent: Readonly<Record<string, string>>;
  /** The messages that have its ActionID. */
  readonly messages: readonly string[];
}

/** The requests of a recording for an action, with what came for each. */
export function recordedAnswers(recording: string, action: string): RecordedAnswer[] {
  // Some answers of other actions end with a blank line too many.
  const messages = messagesOf(readTranscript(recording).toString('latin1')).map((message) =>
    message.replace(/^\r\n/, ''),
  );
  return messagesOf(readSent(recording).toString('latin1'))
    .map((request) =>
      Object.fromEntries(
        request.split('\r\n').map((line) => [line.slice(0, line.indexOf(': ')), valueOf(line)]),
      ),
    )
    .filter((sent) => sent['Action'] === action)
    .map((sent) => ({ sent, messages: messages.filter((message) => isFor(sent, message)) }));
}

/** The names of the fields of each message, as a line. */
export function shapesOf(messages: readonly string[]): string[] {
  return messages.map((message) =>
    linesOf(message)
      .map((line) => (/^(Event|Response): /.test(line) ? line : line.slice(0, line.indexOf(':'))))
      .join(' '),
  );
}

function linesOf(message: string): string[] {
  return message.split(/\r?\n/).filter((line) => line !== '');
}

function isFor(sent: Readonly<Record<string, string>>, message: string): boolean {
  return linesOf(message).includes(`ActionID: ${sent['ActionID'] ?? ''}`);
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(': ') + 2);
}
