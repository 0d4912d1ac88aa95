import type { SchedulerLike } from 'rxjs';

/** Delivers one thing after the other, soon, and never within what hands it over. */
export class Courier {
  #waiting: (() => void)[] = [];
  #isOnItsWay = false;

  constructor(private readonly scheduler: SchedulerLike) {}

  carry(delivery: () => void): void {
    this.#waiting.push(delivery);
    if (this.#isOnItsWay) return;
    this.#isOnItsWay = true;
    this.scheduler.schedule(() => {
      this.#isOnItsWay = false;
      const deliveries = this.#waiting;
      this.#waiting = [];
      for (const deliver of deliveries) deliver();
    });
  }

  /** Forgets what has not been delivered yet. */
  drop(): void {
    this.#waiting = [];
  }
}
