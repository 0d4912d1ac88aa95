import type { SchedulerLike, Subscription } from 'rxjs';
import { AmiServer } from '../../testing/index.js';
import { ChannelList } from './channel-list.js';
import { playShow } from './show.js';

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
    const channels = new ChannelList();
    const server = await AmiServer.listen({
      onAction: (action, connection) => {
        if (!connection.isLoggedIn || action.get('Action') !== 'CoreShowChannels') return false;
        const entries = channels.entries(scheduler.now());
        connection.respondList(action, entries, 'CoreShowChannelsComplete');
        return true;
      },
    });
    const show = playShow(scheduler, random).subscribe((event) => {
      channels.take(event, scheduler.now());
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
