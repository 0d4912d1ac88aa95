import type { RawClient } from './raw-client.js';

type Fields = Readonly<Record<string, string>>;

/** The messages that answer an action, each as its fields, without the events of everybody. */
export function answers(client: RawClient, fields: Fields): Fields[] {
  const text = client.answer({ ActionID: 'a', ...fields });
  return text
    .split('\r\n\r\n')
    .filter((message) => message.includes('ActionID: a'))
    .map((message) =>
      Object.fromEntries(
        message
          .split('\r\n')
          .filter((line) => !line.startsWith('ActionID: '))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(': ') + 2)]),
      ),
    );
}

/** What the only answer to an action says. */
export function messageOf(client: RawClient, fields: Fields): string {
  return answers(client, fields)
    .map(({ Response = '', Message = '' }) => `${Response}: ${Message}`)
    .join('; ');
}
