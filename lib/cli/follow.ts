import { lastValueFrom, takeUntil } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient } from '../client/index.js';
import { describeAddress, parseAmiUrl } from '../transport/index.js';
import { DemoServer } from './demo/demo-server.js';
import type { Source } from './invocation.js';
import type { Io } from './io.js';
import { logOff } from './log-off.js';
import { openClient } from './open-client.js';

/** The server that a command follows, for display: without credentials. */
export interface Followed {
  readonly ami: AmiClient;
  /** Such as `tcp://pbx.example.com:5038`, or `demo exchange`. */
  readonly where: string;
}

/**
 * Connects to the server, or starts the demo and connects to that, follows what `watch` returns
 * until `stop` emits, and logs off. Rejects with what ended it otherwise.
 */
export async function follow(
  { url }: Source,
  io: Io,
  stop: Observable<unknown>,
  watch: (followed: Followed) => Observable<unknown>,
): Promise<void> {
  const demo = url === undefined ? await DemoServer.listen(io.scheduler) : undefined;
  try {
    const ami = openClient(demo?.url ?? url ?? '', io);
    const where = url === undefined ? 'demo exchange' : describeAddress(parseAmiUrl(url));
    try {
      const watched = watch({ ami, where }).pipe(takeUntil(stop));
      await lastValueFrom(watched, { defaultValue: undefined });
    } finally {
      await lastValueFrom(logOff(ami, io), { defaultValue: undefined });
    }
  } finally {
    await demo?.close();
  }
}
