import { VirtualAction, VirtualTimeScheduler } from 'rxjs';

/** Virtual time that a spec moves on by hand. */
export class Clock extends VirtualTimeScheduler {
  constructor() {
    super(VirtualAction, 0);
  }

  /** Lets everything happen that is due within so many milliseconds. */
  advance(ms = 0): void {
    const to = this.frame + ms;
    this.maxFrames = to;
    this.flush();
    this.frame = to;
  }
}
