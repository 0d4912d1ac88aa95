import { filter, firstValueFrom, lastValueFrom, map, take, toArray } from 'rxjs';
import { connect } from '../../../lib/index.js';
import { ReplayServer } from '../../../lib/testing/index.js';
import type { RecordedEntry, Recording } from '../../../lib/testing/index.js';
import { newsOf } from '../../live/support/fold.js';
import { readTranscript } from '../../support/transcripts.js';

const toEntry = (line: string): RecordedEntry => ({ type: 'line', atMs: 0, line });
const linesOf = (name: string): string[] => readTranscript(name).toString('utf8').split('\r\n');
const queueCall: Recording = { startedAt: 0, entries: linesOf('a22-queue-call').map(toEntry) };

describe('ReplayServer', () => {
  it('sends what happened to whoever logs in, and nothing that was an answer', async () => {
    const server = await ReplayServer.listen(queueCall, { speed: Infinity });
    const ami = connect(server.url);
    const news = newsOf('a22-queue-call').filter(({ name }) => name !== 'FullyBooted');
    const events = await firstValueFrom(
      ami.events$.pipe(
        filter(({ name }) => name !== 'FullyBooted'),
        take(news.length),
        toArray(),
      ),
    );
    expect(events.map(String)).toEqual(news.map(String));
    await lastValueFrom(server.ended$, { defaultValue: undefined });
    await expect(lastValueFrom(ami.collect('CoreShowChannels'))).rejects.toMatchObject({
      code: 'AMI_ACTION',
    });
    ami.close();
    await server.close();
  });

  it('cuts the connection where it was lost, and goes on with whoever comes again', async () => {
    const [hangup, cause, empty] = ['Event: Hangup', 'Cause: 16', ''];
    const later = (line: string): RecordedEntry => ({ type: 'line', atMs: 80, line });
    const entries: RecordedEntry[] = [
      ...[hangup, cause, empty, 'Event: Newstate'].map(toEntry),
      { type: 'end', atMs: 1, reason: 'lost in the middle of an event' },
      ...['Asterisk Call Manager/11.0.0', hangup, 'Cause: 17', empty].map(later),
    ];
    const server = await ReplayServer.listen({ startedAt: 0, entries });
    const ami = connect(server.url, { reconnect: { initialDelayMs: 10, jitter: 'none' } });
    const causes$ = ami.event('Hangup').pipe(
      map(({ Cause }) => Cause),
      take(2),
      toArray(),
    );
    expect(await firstValueFrom(causes$)).toEqual([16, 17]);
    ami.close();
    await server.close();
  });

  it('may have users of its own', async () => {
    const server = await ReplayServer.listen(queueCall, { users: { eve: 's3cret' } });
    expect(server.url).toBe(`tcp://eve:s3cret@127.0.0.1:${String(server.port)}`);
    await server.close();
  });
});
