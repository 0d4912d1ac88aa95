/** What a queue counts of its calls; times are in seconds. */
export class QueueFigures {
  completed = 0;
  completedInTime = 0;
  abandoned = 0;
  abandonedInTime = 0;
  /** How long callers wait: an average in which the last calls weigh more. */
  holdTime = 0;
  /** How long calls take, likewise. */
  talkTime = 0;

  /** A caller has been answered after so many seconds. */
  answered(wait: number): void {
    const isFirst = this.completed + this.abandoned === 0;
    this.holdTime = isFirst ? wait : average(this.holdTime, wait);
  }

  /** A call is over that took so many seconds. */
  complete(seconds: number, isInTime: boolean): void {
    this.completed++;
    if (isInTime) this.completedInTime++;
    this.talkTime = this.completed === 1 ? seconds : average(this.talkTime, seconds);
  }

  /** A caller has given up, or was sent away. */
  abandon(isInTime: boolean): void {
    this.abandoned++;
    if (isInTime) this.abandonedInTime++;
  }

  /** How many of the calls that were taken were taken in time, in percent. */
  get level(): string {
    return percent(this.completedInTime, this.completed);
  }

  /** How many of all calls were taken, or given up, in time, in percent. */
  get levelOfAll(): string {
    return percent(this.completedInTime + this.abandonedInTime, this.completed + this.abandoned);
  }
}

function average(old: number, added: number): number {
  return Math.trunc((old * 3 + added) / 4);
}

function percent(some: number, all: number): string {
  return (all === 0 ? 0 : (100 * some) / all).toFixed(1);
}
