import { PassThrough } from 'node:stream';
import { once } from 'node:events';
import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import { readChunks } from '../../lib/transport/index.js';
import { watch } from '../support/watch.js';

const events = ['data', 'end', 'close', 'error'];
const listeners = (stream: PassThrough): number[] =>
  events.map((name) => stream.listenerCount(name));

/** Like `once`, which would also take an error for itself. */
const untilClosed = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    stream.once('close', resolve);
  });

/** A stream, and the listeners that it has of itself. */
function made(): { stream: PassThrough; own: number[] } {
  const stream = new PassThrough();
  return { stream, own: listeners(stream) };
}

describe('readChunks', () => {
  it('listens once it is subscribed, and emits chunks until the stream ends', async () => {
    const { stream, own } = made();
    const chunks$ = readChunks(stream);
    expect(listeners(stream)).toEqual(own);
    const seen = watch(chunks$);
    expect(listeners(stream)).toEqual(own.map((count) => count + 1));
    stream.write('a');
    stream.end('b');
    await once(stream, 'end');
    expect(seen.values).toEqual([Buffer.from('a'), Buffer.from('b')]);
    expect(seen).toMatchObject({ isComplete: true, error: undefined });
    expect(listeners(stream)).toEqual(own);
    expectTypeOf(chunks$).toEqualTypeOf<Observable<Uint8Array | string>>();
  });

  it('completes when the stream is closed without its end', async () => {
    const { stream, own } = made();
    const seen = watch(readChunks(stream));
    stream.destroy();
    await untilClosed(stream);
    expect(seen).toMatchObject({ values: [], isComplete: true, error: undefined });
    expect(listeners(stream)).toEqual(own);
  });

  it('errors when the stream fails', async () => {
    const { stream, own } = made();
    const seen = watch(readChunks(stream));
    const error = new Error('read ECONNRESET');
    stream.write('a');
    stream.destroy(error);
    await untilClosed(stream);
    expect(seen).toMatchObject({ isComplete: false, error });
    expect(listeners(stream)).toEqual(own);
  });

  it('leaves the stream alive when it is left', async () => {
    const { stream, own } = made();
    const seen = watch(readChunks(stream));
    stream.write('a');
    expect(seen.values).toEqual([Buffer.from('a')]);
    seen.subscription.unsubscribe();
    expect(listeners(stream)).toEqual(own);
    expect(stream.destroyed).toBe(false);
    stream.write('b');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(seen.values).toEqual([Buffer.from('a')]);
    expect(seen.isComplete).toBe(false);
    stream.destroy();
  });

  it('emits text where the stream has an encoding', async () => {
    const { stream } = made();
    const seen = watch(readChunks(stream.setEncoding('latin1')));
    stream.end(Buffer.from([0xe9]));
    await once(stream, 'end');
    expect(seen.values).toEqual(['é']);
  });
});
