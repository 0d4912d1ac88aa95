import { run } from '../../../lib/cli/run.js';
import type { ActionHandler } from '../../../lib/testing/index.js';
import { WatchedExchange } from '../../support/watched-exchange.js';
import { FakeOutput, fakeIo } from '../support/fake-io.js';
import type { FakeIo } from '../support/fake-io.js';

let server: WatchedExchange | undefined;

afterEach(() => server?.close());

/** Runs `rxjs-ami action …` against a server that answers like this. */
async function act(
  argv: string[],
  onAction: ActionHandler,
  io = fakeIo(),
): Promise<[number, FakeIo]> {
  server = await WatchedExchange.listen({ onAction });
  return [await run(['action', ...argv], { AMI_URL: server.url }, io), io];
}

const answers: ActionHandler = (request) => {
  switch (request.get('Action')) {
    case 'CoreStatus':
      request.respond('Success', { CoreCurrentCalls: 3 });
      return true;
    case 'QueueStatus':
      request.list(
        'A list will follow',
        [
          ['QueueParams', { Queue: 'support' }],
          ['QueueMember', { Queue: 'support', Name: 'Al\u001b[2Jice' }],
        ],
        'QueueStatusComplete',
      );
      return true;
    case 'PJSIPShowEndpoint':
      request.list(
        'A list will follow',
        [['AuthDetail', { Username: 'alice', Password: 'hunter2' }]],
        'EndpointDetailComplete',
      );
      return true;
    case 'ConfbridgeListRooms':
      request.respond('Error', { Message: 'No active conferences.' });
      return true;
    case 'Originate':
      request.respond('Success', { Message: 'Originate successfully queued' });
      request.sendEvent('OriginateResponse', { Response: 'Failure', Reason: 5 });
      return true;
    default:
      return false;
  }
};

describe('rxjs-ami action', () => {
  it('prints a response', async () => {
    const [code, io] = await act(['CoreStatus'], answers);
    expect(code).toBe(0);
    expect(io.stdout.text).toBe('Response: Success\nCoreCurrentCalls: 3\n\n');
    expect(io.stderr.text).toBe('');
  });

  it('prints the entries of a list, harmless for a terminal', async () => {
    const [code, io] = await act(['QueueStatus'], answers);
    expect(code).toBe(0);
    expect(io.stdout.text).toBe(
      'Response: Success\nMessage: A list will follow\n\n' +
        'Event: QueueParams\nQueue: support\n\n' +
        'Event: QueueMember\nQueue: support\nName: Al·[2Jice\n\n' +
        'Event: QueueStatusComplete\nListItems: 2\n\n',
    );
  });

  it('prints entries as they come', async () => {
    const io = fakeIo();
    const code = act(
      ['QueueStatus'],
      (request) => {
        if (request.get('Action') !== 'QueueStatus') return false;
        request.respond('Success', { EventList: 'start' });
        request.sendEvent('QueueParams', { Queue: 'first' });
        void io.stdout.until('first').then(() => {
          request.sendEvent('QueueStatusComplete', { EventList: 'Complete' });
        });
        return true;
      },
      io,
    );
    expect((await code)[0]).toBe(0);
  });

  it('prints JSON, one message a line', async () => {
    const [code, io] = await act(['QueueStatus', '--json'], answers);
    expect(code).toBe(0);
    expect(io.stdout.objects).toEqual([
      expect.objectContaining({ Response: 'Success', EventList: 'start' }),
      expect.objectContaining({ Event: 'QueueParams', Queue: 'support' }),
      expect.objectContaining({ Event: 'QueueMember' }),
      expect.objectContaining({ Event: 'QueueStatusComplete', ListItems: '2' }),
    ]);
  });

  it.each([[[]], [['--json']]])('covers secrets (%j)', async (options) => {
    const [code, io] = await act(['PJSIPShowEndpoint', 'Endpoint=alice', ...options], answers);
    expect(code).toBe(0);
    expect(io.stdout.text).toContain('[redacted]');
    expect(io.stdout.text).not.toContain('hunter2');
  });

  it('sends the fields, repeated ones as often as they are given', async () => {
    await act(['CoreStatus', 'Variable=A=1', 'Variable=B=2', 'Note=x y'], answers);
    const sent = server?.requests.find((request) => request.get('Action') === 'CoreStatus');
    expect(sent?.getAll('Variable')).toEqual(['A=1', 'B=2']);
    expect(sent?.get('Note')).toBe('x y');
  });

  it('logs off, and asks for no events but where the result is one', async () => {
    await act(['CoreStatus'], answers);
    expect(server?.asked).toEqual(['Challenge', 'Login', 'CoreStatus', 'Logoff']);
    expect(server?.requests[1]?.get('Events')).toBe('off');
    await server?.close();
    await act(['originate', 'Async=true'], answers);
    expect(server?.requests[1]?.get('Events')).toBe('call');
  });

  it('prints the output of a console command as it is', async () => {
    const [code, io] = await act(['Command', 'Command=core show uptime'], (request) => {
      if (request.get('Action') !== 'Command') return false;
      request.session.send(
        `Response: Success\r\nActionID: ${request.get('ActionID')}\r\nMessage: Command output follows\r\n` +
          'Output: System uptime: 3 days\r\nOutput: \u001b[1mLast reload\u001b[0m: 1 hour\r\n\r\n',
      );
      return true;
    });
    expect(code).toBe(0);
    expect(io.stdout.text).toBe('System uptime: 3 days\nLast reload: 1 hour\n');
  });

  it.each([
    [[], 'Up\nfor days\n'],
    [
      ['--json'],
      '{"Response":"Follows","Privilege":"Command","ActionID":"a1","Output":["Up","for days"]}\n',
    ],
  ])('prints the output of a console command of an old server (%j)', async (options, expected) => {
    const argv = ['Command', 'Command=core show uptime', 'ActionID=a1', ...options];
    const [code, io] = await act(argv, (request) => {
      if (request.get('Action') !== 'Command') return false;
      request.session.send(
        'Response: Follows\r\nPrivilege: Command\r\nActionID: a1\r\nUp\nfor days\n--END COMMAND--\r\n\r\n',
      );
      return true;
    });
    expect(code).toBe(0);
    expect(io.stdout.text).toBe(expected);
  });

  it('exits with 0 for a list without entries, also where the server calls that an error', async () => {
    const [code, io] = await act(['ConfbridgeListRooms'], answers);
    expect(code).toBe(0);
    expect(io.stdout.text).toContain('No active conferences.');
  });

  it("exits with 1 and the server's words where the action is refused", async () => {
    const [code, io] = await act(['Nonsense'], answers);
    expect(code).toBe(1);
    expect(io.stdout.text).toBe('');
    expect(io.stderr.text).toMatch(/^rxjs-ami: Nonsense: Invalid\/unknown command: Nonsense/);
    expect(server?.asked.at(-1)).toBe('Logoff');
  });

  it('prints the refusal as JSON, too', async () => {
    const [code, io] = await act(['Nonsense', '--json'], answers);
    expect(code).toBe(1);
    expect(io.stdout.objects).toEqual([expect.objectContaining({ Response: 'Error' })]);
  });

  it('exits with 1 where an Originate fails later', async () => {
    const [code, io] = await act(['Originate', 'Async=true', 'Channel=PJSIP/a'], answers);
    expect(code).toBe(1);
    expect(io.stdout.text).toContain('Originate successfully queued');
    expect(io.stderr.text).toMatch(/reason 5/);
  });

  it('says why a console command failed', async () => {
    const [code, io] = await act(['Command', 'Command=nonsense'], (request) => {
      if (request.get('Action') !== 'Command') return false;
      request.respond('Error', {
        Message: 'Command output follows',
        Output: 'No such command',
      });
      return true;
    });
    expect(code).toBe(1);
    expect(io.stderr.text).toBe('rxjs-ami: Command: No such command\n');
  });

  it('exits with 1 where the connection is lost before the answer', async () => {
    const [code, io] = await act(['CoreStatus'], (request) => {
      if (request.get('Action') !== 'CoreStatus') return false;
      request.session.destroy();
      return true;
    });
    expect(code).toBe(1);
    expect(io.stderr.text).toMatch(/^rxjs-ami: .*lost/);
  });

  it('exits with 1 when it is interrupted before the answer', async () => {
    const io = fakeIo();
    const [code] = await act(
      ['CoreStatus'],
      (request) => {
        if (request.get('Action') !== 'CoreStatus') return false;
        io.interrupt();
        return true;
      },
      io,
    );
    expect(code).toBe(1);
    expect(io.stderr.text).toMatch(/Interrupted/);
  });

  it('ends quietly when nobody reads any more', async () => {
    const io = fakeIo();
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    io.stdout.on('error', () => undefined);
    const [code] = await act(
      ['QueueStatus'],
      (request) => {
        if (request.get('Action') !== 'QueueStatus') return false;
        io.stdout.destroy(gone);
        return true;
      },
      io,
    );
    expect(code).toBe(0);
    expect(io.stderr.text).toBe('');
    expect(io.stdout).toBeInstanceOf(FakeOutput);
  });
});
