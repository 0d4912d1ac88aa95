import { firstValueFrom, from, lastValueFrom, toArray } from 'rxjs';
import { ActionError, createAction, parseMessages, splitLines } from '../../../lib/index.js';
import type { Diagnostic } from '../../../lib/index.js';
import { loggedIn } from '../support/lab.js';
import { rejection } from './row.js';
import type { Bench, Row } from './row.js';

const refusal = async (bench: Bench): Promise<ActionError> => {
  const ami = await bench.client({
    QueueAdd: (request) => {
      request.respond('Error', { Message: 'No such queue' });
    },
  });
  return (await rejection(
    lastValueFrom(ami.request('QueueAdd', { Queue: 'nope', Interface: 'a' })),
  )) as ActionError;
};

/** What is told of something odd that the server sends; the connection goes on. */
const diagnosed = async (bench: Bench, text: string): Promise<Diagnostic> => {
  const server = await bench.server();
  const ami = bench.connect(server.url);
  const diagnostic = firstValueFrom(ami.diagnostics$);
  (await loggedIn(server)).send(text);
  await lastValueFrom(ami.request('Ping'));
  expect(server.clients).toHaveLength(1);
  return diagnostic;
};

const orphan = 'Response: Success\r\nActionID: nobody\r\nMessage: Hm\r\n\r\n';

export const exceptionRows: Record<string, Row> = {
  ErrorException: async (bench) => {
    const error = await refusal(bench);
    expect(error).toBeInstanceOf(ActionError);
    expect(error.message).toBe('QueueAdd: No such queue');
  },
  '$errorException->getResponse()': async (bench) => {
    expect((await refusal(bench)).response.get('Message')).toBe('No such queue');
  },
  UnexpectedMessageException: async (bench) => {
    expect(await diagnosed(bench, orphan)).toMatchObject({ type: 'orphan-response' });
  },
  '$unexpected->getResponse()': async (bench) => {
    expect((await diagnosed(bench, orphan)).message?.get('Message')).toBe('Hm');
  },
  'UnexpectedValueException of the parser': async (bench) => {
    expect(await diagnosed(bench, 'Event: Odd\r\nno colon\r\n\r\n')).toMatchObject({
      type: 'malformed-line',
      message: { name: 'Odd' },
    });
  },
  "Exception('Client closing')": async (bench) => {
    const server = await bench.server({ Silent: () => undefined });
    const ami = bench.connect(server.url);
    await lastValueFrom(ami.request('Ping'));
    const lost = rejection(lastValueFrom(ami.request(createAction('Silent'))));
    server.client.destroy();
    expect(await lost).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
    const closed = rejection(lastValueFrom(ami.request(createAction('Silent'))));
    ami.close();
    expect(await closed).toMatchObject({ name: 'ClosedError' });
  },
  "Exception('Already ending')": async (bench) => {
    const ami = await bench.client();
    ami.close();
    expect(await rejection(lastValueFrom(ami.request('Ping')))).toMatchObject({
      name: 'ClosedError',
      outcome: 'not-sent',
    });
  },
  'new Parser()` and `push($chunk)': async () => {
    const chunks = ['Asterisk Call Manager/11.0.0\r\nEvent: A\r\n', '\r\nRespon', 'se: B\r\n\r\n'];
    const parsed$ = from(chunks).pipe(splitLines(), parseMessages(), toArray());
    expect((await lastValueFrom(parsed$)).map(({ fields }) => fields)).toEqual([
      [['Event', 'A']],
      [['Response', 'B']],
    ]);
  },
};
