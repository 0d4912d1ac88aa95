import type { SchedulerLike, Subscription } from 'rxjs';
import { AmiServer } from '../../testing/index.js';
import { BridgeList } from './bridge-list.js';
import { ChannelList } from './channel-list.js';
import { QueueList } from './queue-list.js';
import { playShow } from './show.js';

const listOf: Readonly<Record<string, 'channels' | 'bridges' | 'queues'>> = {
  CoreShowChannels: 'channels',
  BridgeList: 'bridges',
  QueueStatus: 'queues',
};

/**
 * A small exchange to look at: an Asterisk Manager on the loopback interface that plays recorded
 * calls to whoever logs in.
 */
export class DemoServer {
  readonly #server: AmiServer;
  readonly #show: Subscription;

  private constructor(server: AmiServer, show: Subscription) {
    this.#server = server;
    this.#show = show;
  }

  /** Starts the exchange; resolves when it takes connections. */
  static async listen(
    scheduler: SchedulerLike,
    random: () => number = Math.random,
  ): Promise<DemoServer> {
    const lists = {
      channels: new ChannelList(),
      bridges: new BridgeList(),
      queues: new QueueList(),
    };
    const server = await AmiServer.listen({
      onAction: (action, connection) => {
        const name = action.get('Action') ?? '';
        const list = listOf[name];
        if (!connection.isLoggedIn || list === undefined) return false;
        connection.respondList(action, lists[list].entries(scheduler.now()), `${name}Complete`);
        return true;
      },
    });
    const show = playShow(scheduler, random).subscribe((event) => {
      for (const list of Object.values(lists)) list.take(event, scheduler.now());
      server.broadcast(event.name, event.fields);
    });
    return new DemoServer(server, show);
  }

  /** Its AMI URL, with credentials. */
  get url(): string {
    return this.#server.url;
  }

  /** Ends the show and cuts every connection; resolves when all is closed. */
  close(): Promise<void> {
    this.#show.unsubscribe();
    return this.#server.close();
  }
}
