import { repeat, timer } from 'rxjs';
import { liveExchange } from '../../../lib/live/index.js';
import type { LiveState } from '../../../lib/live/index.js';
import type { AmiClient } from '../../../lib/index.js';

/** A client that keeps everything of its exchange, and asks for something now and then. */
export class BusyClient {
  events = 0;
  changes = 0;
  state: LiveState = 'syncing';
  /** What should not have happened. */
  readonly problems: string[] = [];

  constructor(ami: AmiClient, askMs: number) {
    const { state$, calls, channels, queues } = liveExchange(ami);
    const fail = (error: unknown): void => {
      this.problems.push(String(error));
    };
    state$.subscribe((state) => {
      this.state = state;
    });
    const count = (): void => {
      this.changes++;
    };
    calls.changes$.subscribe(count);
    channels.changes$.subscribe(count);
    queues.changes$.subscribe(count);
    ami.events$.subscribe(() => {
      this.events++;
    });
    ami.diagnostics$.subscribe(({ type, text }) => {
      this.problems.push(`${type}: ${text}`);
    });
    ami.status$.subscribe((status) => {
      if (status.state === 'waiting') fail(status.cause);
    });
    // An interval of a virtual scheduler holds all its past (RxJS 7.8).
    const asking = timer(askMs, ami.scheduler)
      .pipe(repeat())
      .subscribe(() => {
        const Val = String(this.events);
        ami.request('DBPut', { Family: 'soak', Key: 'latest', Val }).subscribe({ error: fail });
        ami.list('CoreShowChannels').subscribe({ error: fail });
      });
    ami.status$.subscribe({
      complete: () => {
        asking.unsubscribe();
      },
    });
  }
}
