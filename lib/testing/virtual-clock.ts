import { Subscription } from 'rxjs';
import type { SchedulerAction, SchedulerLike } from 'rxjs';

/**
 * Virtual time that is moved on by hand: a scheduler for clients, exchanges and pipelines in specs,
 * in which hours pass in no time. It begins at 0.
 *
 * It differs from RxJS's `VirtualTimeScheduler` in that it goes a part of the way, takes any number
 * of tasks without becoming slow, and lets something repeat for as long as you like.
 *
 * @example
 * ```ts
 * import { liveCalls } from 'rxjs-ami/live';
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const exchange = new Exchange({ scheduler: clock });
 * const calls = liveCalls(exchange.connect());
 * calls.changes$.subscribe();
 * exchange.call({ from: 'alice', to: 'bob' }).answer().wait(5000).hangUp();
 * clock.advance(3000);
 * console.log([...calls.current.values()].map(({ state }) => state)); // [ 'up' ]
 * ```
 */
export class VirtualClock implements SchedulerLike {
  /** What is to be done, the next at the end. */
  readonly #tasks: Task<unknown>[] = [];
  #now = 0;
  #order = 0;

  /** The time, in ms. */
  now(): number {
    return this.#now;
  }

  /** How many tasks there are still to do: 0 when nothing has been left open. */
  get pending(): number {
    return this.#tasks.length;
  }

  schedule<T>(
    work: (this: SchedulerAction<T>, state?: T) => void,
    delay = 0,
    state?: T,
  ): Subscription {
    const task = new Task<unknown>(this.#queue, function (given) {
      work.call(this, given as T);
    });
    return task.schedule(state, delay);
  }

  /** Lets everything happen, in order, that is due within so many milliseconds. */
  advance(ms = 0): void {
    if (!(ms >= 0)) throw new RangeError(`Time goes on by some milliseconds, not by ${String(ms)}`);
    const until = this.#now + ms;
    for (let task = this.#tasks.at(-1); task && task.due <= until; task = this.#tasks.at(-1)) {
      this.#tasks.pop();
      this.#now = task.due;
      task.run();
    }
    this.#now = until;
  }

  readonly #queue: Queue = {
    put: (task, delay) => {
      if (!Number.isFinite(delay)) return;
      task.due = this.#now + Math.max(0, delay);
      task.order = this.#order++;
      this.#tasks.splice(this.#placeOf(task), 0, task);
    },
    drop: (task) => {
      const place = this.#placeOf(task);
      if (this.#tasks[place] === task) this.#tasks.splice(place, 1);
    },
  };

  /** Where a task is, or would be, among those that are done from the end on. */
  #placeOf(task: Task<unknown>): number {
    let [low, high] = [0, this.#tasks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#tasks[middle];
      if (other !== undefined && isLater(other, task)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Queue {
  put(task: Task<unknown>, delay: number): void;
  drop(task: Task<unknown>): void;
}

class Task<T> extends Subscription implements SchedulerAction<T> {
  due = 0;
  order = 0;
  #state: T | undefined;

  constructor(
    private readonly queue: Queue,
    private readonly work: (this: SchedulerAction<T>, state?: T) => void,
  ) {
    super(() => {
      queue.drop(this as Task<unknown>);
    });
  }

  schedule(state?: T, delay = 0): Subscription {
    if (this.closed) return this;
    this.queue.drop(this as Task<unknown>);
    this.#state = state;
    this.queue.put(this as Task<unknown>, delay);
    return this;
  }

  run(): void {
    this.work(this.#state);
  }
}

function isLater(one: Task<unknown>, other: Task<unknown>): boolean {
  return one.due === other.due ? one.order > other.order : one.due > other.due;
}
