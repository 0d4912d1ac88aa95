import { findListAction } from '../../catalogue/index.js';
import type { Message } from '../../wire/index.js';
import { response } from '../marbles/response.js';
import type { Answer } from './answer.js';

/** What an exchange on which nothing goes on answers. */
export function defaultAnswer(action: Message): Answer {
  const name = action.get('Action') ?? '';
  switch (name.toLowerCase()) {
    case 'ping':
      return response('Success', { Ping: 'Pong', Timestamp: '0.000000' });
    case 'logoff':
      return response('Goodbye', { Message: 'Thanks for all the fish.' });
    default:
      return isList(name) ? [] : response('Error', { Message: unknownCommand(name) });
  }
}

/** A Hangup is answered with a list only where it names channels by a regular expression. */
function isList(name: string): boolean {
  const known = findListAction(name);
  return known?.kind === 'list' && !known.entries.includes('ChannelHungup');
}

function unknownCommand(name: string): string {
  return `Invalid/unknown command: ${name}. Use Action: ListCommands to show available commands.`;
}
