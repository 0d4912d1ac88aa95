import { lastValueFrom, takeUntil, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient } from '../client/index.js';
import { ConnectError } from '../errors/index.js';
import { describeAddress, parseAmiUrl } from '../transport/index.js';
import { DemoServer } from './demo/demo-server.js';
import type { Source } from './invocation.js';
import type { Io } from './io.js';
import { logOff } from './log-off.js';
import { openClient } from './open-client.js';
import type { StopReason } from './stop.js';

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
  stop: Observable<StopReason>,
  watch: (followed: Followed) => Observable<unknown>,
): Promise<void> {
  const demo = url === undefined ? await DemoServer.listen(io.scheduler) : undefined;
  try {
    const where = url === undefined ? 'demo exchange' : describeAddress(parseAmiUrl(url));
    await followUrl(demo?.url ?? url ?? '', where, io, stop, watch);
  } finally {
    await demo?.close();
  }
}

async function followUrl(
  url: string,
  where: string,
  io: Io,
  stop: Observable<StopReason>,
  watch: (followed: Followed) => Observable<unknown>,
): Promise<void> {
  const { ami, isProven } = openClient(url, io);
  try {
    const stopped$ = stop.pipe(
      tap((reason) => {
        if (reason !== 'time' || isProven()) return;
        throw new ConnectError(`No connection to ${where} within the time given`, 'dial');
      }),
    );
    const watched$ = watch({ ami, where }).pipe(takeUntil(stopped$));
    await lastValueFrom(watched$, { defaultValue: undefined });
  } finally {
    await lastValueFrom(logOff(ami, io), { defaultValue: undefined });
  }
}
