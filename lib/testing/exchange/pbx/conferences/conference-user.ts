import { startMusic, stopMusic } from '../applications/music-on-hold.js';
import type { Channel } from '../channel.js';
import type { UserProfile } from './read-profiles.js';

/** Somebody in a conference. */
export class ConferenceUser {
  /** Whether he waits for a marked user to come. */
  isWaiting = false;
  isMuted: boolean;
  isTalking = false;
  /** Why he leaves, as `CONFBRIDGE_RESULT` says it; known before if he is made to. */
  result: 'HANGUP' | 'KICKED' | 'ENDMARKED' | undefined;
  #hearsMusic = false;

  constructor(
    readonly channel: Channel,
    readonly profile: UserProfile,
  ) {
    this.isMuted = profile.startsMuted;
  }

  /** Lets him hear music if his profile says so, or no more. */
  playMusic(isPlaying: boolean): void {
    const hears = isPlaying && this.profile.hasMusic;
    if (hears === this.#hearsMusic) return;
    this.#hearsMusic = hears;
    if (hears) startMusic(this.channel, this.profile.musicClass);
    else stopMusic(this.channel);
  }

  /** Has him leave. */
  expel(result: 'KICKED' | 'ENDMARKED'): void {
    if (this.result !== undefined) return;
    this.result = result;
    this.channel.setVariable('CONFBRIDGE_RESULT', result);
    this.channel.bridge?.kick(this.channel);
  }
}
