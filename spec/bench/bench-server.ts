import { Child } from './child.js';
import type { ServerCommand, ServerListening } from './protocol.js';

/** The process the clients connect to. */
export class BenchServer {
  private constructor(
    private readonly child: Child<ServerListening, ServerCommand>,
    readonly port: number,
  ) {}

  static async start(): Promise<BenchServer> {
    const child = new Child<ServerListening, ServerCommand>('server.ts');
    const { port } = await child.next('listening');
    return new BenchServer(child, port);
  }

  send(command: ServerCommand): void {
    this.child.send(command);
  }

  stop(): void {
    this.child.kill();
  }
}
