import { setTimeout as sleep } from 'node:timers/promises';
import type { AmiClient } from '../../../../lib/index.js';
import { createAction } from '../../../../lib/index.js';
import { next } from '../wait-for.js';
import type { Random } from './random.js';

const tickMs = 50;

const destinations = [
  ...['kept', 'optimised', 'stay', 'busy', 'noanswer', 'queued', 'abandoned', 'conference'],
  ...['parked', 'kept', 'queued', 'optimised'],
];

/** Mixed calls at 20 a second, which are transferred, redirected, held and hung up at random. */
export class CallLoad {
  started = 0;
  readonly #channels = new Set<string>();

  constructor(
    private readonly ami: AmiClient,
    private readonly random: Random,
  ) {
    ami.event('Newchannel').subscribe(({ Channel }) => this.#channels.add(Channel));
    ami.event('Hangup').subscribe(({ Channel }) => this.#channels.delete(Channel));
  }

  /** Goes on until so many calls have been started in all. */
  async until(count: number): Promise<void> {
    let due = performance.now();
    while (this.started < count) {
      this.#start();
      // A second thing happens about as often as a call begins, so that their number stays in bounds.
      if (this.#channels.size > 60 || this.random.below(3) === 0) this.#disturb();
      if (this.#channels.size > 150) this.#disturb();
      due += tickMs;
      await sleep(Math.max(0, due - performance.now()));
    }
  }

  /** Ends all calls. */
  async end(): Promise<void> {
    for (;;) {
      const { entries } = await next(this.ami.collect('CoreShowChannels'));
      if (entries.length === 0) return;
      await next(this.ami.collect('Hangup', { Channel: '/.*/' }));
      await sleep(100);
    }
  }

  #start(): void {
    this.started += 1;
    this.#send('Originate', {
      Channel: 'Local/stay@load/n',
      Context: 'load',
      Exten: this.random.of(destinations),
      Priority: '1',
      CallerID: `"Caller ${String(this.started)}" <${String(1000 + this.started)}>`,
      Account: `acc${String(this.random.below(5))}`,
      Async: 'true',
    });
  }

  #disturb(): void {
    const Channel = this.random.of([...this.#channels]);
    switch (this.random.below(12)) {
      case 0:
        this.#send('BlindTransfer', { Channel, Context: 'load', Exten: 'stay' });
        return;
      case 1:
        this.#send('Redirect', { Channel, Context: 'load', Exten: 'kept', Priority: '1' });
        return;
      case 2: {
        const Channel2 = this.random.of([...this.#channels]);
        this.#send('Bridge', { Channel1: Channel, Channel2, Tone: 'no' });
        return;
      }
      case 3:
        this.#send('Park', { Channel, Timeout: '45000' });
        return;
      case 4:
        this.#send('Setvar', { Channel, Variable: 'CALLERID(name)', Value: `N${this.started}` });
        return;
      case 5: {
        const Paused = this.random.of(['true', 'false']);
        this.#send('QueuePause', { Interface: 'Local/stay@load/n', Paused, Reason: 'lunch' });
        return;
      }
      default:
        this.#send('Hangup', { Channel, Cause: this.random.of(['16', '17', '19']) });
    }
  }

  /** Whether it succeeds does not matter: channels go at any time. */
  #send(name: string, fields: Readonly<Record<string, string>>): void {
    this.ami.request(createAction(name, fields)).subscribe({ error: () => undefined });
  }
}
