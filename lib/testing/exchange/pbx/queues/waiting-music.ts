import { startMusic, stopMusic } from '../applications/music-on-hold.js';
import type { Channel } from '../channel.js';
import { otherHalf } from '../local-channels.js';

/** What a caller hears while he waits: music, or with `r` ringing; with `R` ringing while members ring. */
export class WaitingMusic {
  #isPlaying = false;
  #isRinging = false;

  constructor(
    private readonly channel: Channel,
    private readonly musicClass: string,
    private readonly options: string,
  ) {}

  start(): void {
    if (this.options.includes('r')) {
      this.channel.indicate('ringing');
    } else if (!this.#isPlaying) {
      this.#isPlaying = true;
      startMusic(this.channel, this.musicClass);
      otherHalf(this.channel)?.hear();
    }
  }

  stop(): void {
    if (this.#isPlaying) stopMusic(this.channel);
    this.#isPlaying = false;
  }

  /** A member's phone rings. */
  rings(): void {
    if (this.#isRinging || !this.options.includes('R')) return;
    this.#isRinging = true;
    this.stop();
    this.channel.indicate('ringing');
  }

  /** It does not, any more. */
  ringsNoMore(): void {
    if (!this.#isRinging) return;
    this.#isRinging = false;
    this.start();
  }
}
