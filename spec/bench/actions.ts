import { listOf } from './lists.js';

/** An action as received: its fields by lower-case name. */
export type ReceivedAction = ReadonlyMap<string, string>;

/** Where answers go. */
export interface Answers {
  write(text: string): unknown;
  end(text: string): unknown;
}

/** Cuts what a client sends into actions. */
export class ActionReader {
  private rest = '';

  push(chunk: Buffer): ReceivedAction[] {
    const parts = (this.rest + chunk.toString('latin1')).split('\r\n\r\n');
    this.rest = parts.pop() ?? '';
    return parts.map(parseAction);
  }
}

function parseAction(text: string): ReceivedAction {
  return new Map(
    text.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
}

/** Answers as Asterisk 22 would, without looking at who asks. */
export function answer(socket: Answers, action: ReceivedAction): void {
  switch (action.get('action')?.toLowerCase()) {
    case 'challenge':
      socket.write(response(action, 'Success', 'Challenge: 865539679'));
      break;
    case 'login':
      socket.write(response(action, 'Success', 'Message: Authentication accepted'));
      socket.write(
        'Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 233\r\nLastReload: 233\r\n' +
          'Status: Fully Booted\r\n\r\n',
      );
      break;
    case 'ping':
      socket.write(response(action, 'Success', 'Ping: Pong', 'Timestamp: 1795396819.485000'));
      break;
    case 'events':
      socket.write(response(action, 'Success', 'Events: On'));
      break;
    case 'logoff':
      socket.end(response(action, 'Goodbye', 'Message: Thanks for all the fish.'));
      break;
    default:
      answerOther(socket, action);
  }
}

function answerOther(socket: Answers, action: ReceivedAction): void {
  const list = listOf(action.get('action') ?? '', action.get('actionid') ?? '');
  if (list === undefined) socket.write(response(action, 'Success', 'Message: Done'));
  else socket.write(response(action, 'Success', 'EventList: start') + list);
}

export function response(action: ReceivedAction, status: string, ...lines: string[]): string {
  const id = action.get('actionid');
  const echoed = id === undefined ? [] : [`ActionID: ${id}`];
  return [`Response: ${status}`, ...echoed, ...lines, '', ''].join('\r\n');
}
