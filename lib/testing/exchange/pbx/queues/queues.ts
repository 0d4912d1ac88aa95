import type { Pbx } from '../pbx.js';
import { Random } from '../../random.js';
import { inQueueOrder } from './container-order.js';
import { completeOptions } from './queue-options.js';
import type { QueueOptions } from './queue-options.js';
import { Queue } from './queue.js';
import type { QueueMember } from './queue-member.js';
import { readQueues } from './read-queues.js';
import type { QueueDefinition } from './read-queues.js';

/** The queues of a PBX. */
export class Queues {
  /** Interfaces that are being called, so that no other queue calls them. */
  readonly pending = new Set<string>();
  /** Whom the random strategies call: the same in every run, unless it is given another seed. */
  random = new Random(1);
  readonly #queues = new Map<string, Queue>();
  /** Those of queues.conf. */
  readonly #configured = new Set<Queue>();
  /** What queues.conf said when it was read. */
  #read = '';

  constructor(
    private readonly pbx: Pbx,
    /** What queues.conf says; another text counts when it is read again. */
    public config = '',
  ) {
    pbx.devices.listen((device, state) => {
      for (const queue of this.all) queue.follow(device, state);
    });
    this.load(config);
  }

  /** All of them, in the order in which Asterisk lists them. */
  get all(): readonly Queue[] {
    return inQueueOrder([...this.#queues.values()], ({ name }) => name);
  }

  /** The queue of a name; case doesn't matter. */
  find(name: string): Queue | undefined {
    return this.#queues.get(name.toLowerCase());
  }

  /**
   * Adds a queue.
   *
   * @throws Error if there is one of that name.
   */
  add(name: string, options: QueueOptions = {}): Queue {
    if (this.find(name)) throw new Error(`There is a queue ${name}`);
    const queue = new Queue(this.pbx, name, options);
    this.#queues.set(name.toLowerCase(), queue);
    return queue;
  }

  /** The members at an interface: in all queues, or in one. */
  membersAt(location: string, queueName = ''): QueueMember[] {
    const queues = queueName === '' ? this.all : [this.find(queueName)];
    return queues.flatMap((queue) => queue?.findMember(location) ?? []);
  }

  /** Reads queues.conf again if it says something else by now. */
  reload(): void {
    if (this.config !== this.#read) this.load(this.config);
  }

  /**
   * Reads another queues.conf, as `queue reload all` does: of members and queues that come or go, and
   * of their figures, no event tells. Members and queues that were added otherwise stay.
   */
  load(config: string): void {
    this.config = config;
    this.#read = config;
    const definitions = readQueues(config);
    for (const definition of definitions) this.#configure(definition);
    for (const queue of this.#configured) {
      if (definitions.some(({ name }) => name === queue.name)) continue;
      this.#configured.delete(queue);
      this.#queues.delete(queue.name.toLowerCase());
    }
  }

  #configure({ name, options, members }: QueueDefinition): void {
    const queue = this.find(name) ?? this.add(name, options);
    queue.options = completeOptions(options);
    this.pbx.devices.set(`Queue:${queue.name}_avail`, 'INUSE');
    this.#configured.add(queue);
    const before = queue.members.filter(({ membership }) => membership === 'static');
    for (const member of before) queue.dismiss(member);
    for (const { interface: location, init } of members) {
      const last = before.find((one) => one.isAt(location));
      if (queue.findMember(location)) continue;
      queue.enlist(location, { ...(last?.isPaused === true ? { isPaused: true } : {}), ...init });
    }
  }
}
