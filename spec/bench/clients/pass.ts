import { MARKER, type ClientReport, type PassCommand } from '../protocol.js';

/** Counts the events of one pass at a time and reports each pass to the runner. */
export class PassCounter {
  /** Of the pass under way. */
  bytes = 0;
  private events = 0;
  private checksum = 0;
  private startedAt = 0;
  private started = false;
  private cpu = process.cpuUsage();

  /** @param readsFields - Whether it is told of fields; who is not checks the events itself. */
  constructor(private readonly readsFields = true) {
    process.on('message', (command: PassCommand) => {
      this.bytes = command.bytes;
      this.events = this.checksum = 0;
      this.startedAt = performance.now();
      this.started = false;
      this.cpu = process.cpuUsage();
      report({ type: 'ready' });
    });
    process.on('disconnect', () => process.exit());
  }

  /** Fields that an event hasn't got are undefined. */
  event(name: string, channel?: string, uniqueid?: string, linkedid?: string): void {
    if (name === MARKER) {
      this.done();
      return;
    }
    if (!this.started) this.start();
    this.events++;
    this.checksum += name.length;
    if (channel !== undefined) this.checksum += channel.length;
    if (uniqueid !== undefined) this.checksum += uniqueid.length;
    if (linkedid !== undefined) this.checksum += linkedid.length;
  }

  /** The clock runs from the first event, not from the runner's wish for it. */
  start(): void {
    this.started = true;
    this.startedAt = performance.now();
  }

  done(): void {
    const ms = performance.now() - this.startedAt;
    const { user, system } = process.cpuUsage(this.cpu);
    const { events, checksum } = this;
    const read = this.readsFields ? { checksum } : {};
    report({ type: 'done', events, ...read, ms, cpuMs: (user + system) / 1000 });
  }
}

export function report(message: ClientReport): void {
  process.send?.(message);
}

export function fail(reason: unknown): never {
  report({ type: 'failed', reason: String(reason) });
  process.exit(1);
}
