import { TestScheduler } from 'rxjs/testing';
import { lastValueFrom, toArray } from 'rxjs';
import { parseMessages } from '../../../lib/index.js';
import { replay } from '../../../lib/testing/index.js';
import type { RecordedEntry, Recording } from '../../../lib/testing/index.js';
import { readTranscript } from '../../support/transcripts.js';
import { parse } from '../../support/parse.js';

const lines = (...made: [number, string][]): RecordedEntry[] =>
  made.map(([atMs, line]) => ({ type: 'line', atMs, line }));
const recording: Recording = {
  startedAt: 0,
  entries: [
    ...lines([2, 'a'], [2, 'b']),
    { type: 'end', atMs: 3, reason: 'lost' },
    ...lines([10, 'c']),
  ],
};

function inMarbles(run: Parameters<TestScheduler['run']>[0]): void {
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  }).run(run);
}

describe('replay', () => {
  it('keeps the pauses', () => {
    inMarbles(({ expectObservable }) => {
      expectObservable(replay(recording)).toBe('--(ab)----(c|)');
    });
  });

  it('keeps them shorter', () => {
    inMarbles(({ expectObservable }) => {
      expectObservable(replay(recording, { speed: 2 })).toBe('-(ab)(c|)');
    });
  });

  it('leaves them out', () => {
    inMarbles(({ expectObservable }) => {
      expectObservable(replay(recording, { speed: Infinity })).toBe('(abc|)');
    });
  });

  it('stops when nobody listens', () => {
    inMarbles(({ expectObservable }) => {
      expectObservable(replay(recording), '^----!').toBe('--(ab)');
    });
  });

  it('begins anew for each', () => {
    inMarbles(({ expectObservable }) => {
      expectObservable(replay(recording)).toBe('--(ab)----(c|)');
      expectObservable(replay(recording), '--^---!').toBe('----(ab)');
    });
  });

  it.each([0, -1, NaN])('takes no speed of %d', (speed) => {
    inMarbles(({ expectObservable }) => {
      const error = new RangeError('The speed of a replay is above 0');
      expectObservable(replay(recording, { speed })).toBe('#', undefined, error);
    });
  });

  it('goes where lines go', async () => {
    const raw = readTranscript('a22-queue-call');
    const entries = lines(
      ...raw
        .toString('utf8')
        .split('\r\n')
        .map((line): [number, string] => [0, line]),
    );
    const messages = await lastValueFrom(
      replay({ startedAt: 0, entries }, { speed: Infinity }).pipe(parseMessages(), toArray()),
    );
    expect(messages.map(String)).toEqual(parse([raw]).messages.map(String));
  });
});
