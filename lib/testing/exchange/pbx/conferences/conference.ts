import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import type { Fields } from '../fields.js';
import { otherHalf } from '../local-channels.js';
import type { Pbx } from '../pbx.js';
import type { Process } from '../process.js';
import { ConferenceUser } from './conference-user.js';
import type { BridgeProfile, UserProfile } from './read-profiles.js';

/** A room where many talk (app_confbridge.c). */
export class Conference {
  /** Those who take part, then those who wait for a marked user. */
  readonly users: ConferenceUser[] = [];
  readonly bridge: Bridge;
  isLocked = false;
  isMuted = false;
  #shown: ConferenceUser | undefined;

  constructor(
    readonly pbx: Pbx,
    readonly name: string,
    readonly profile: BridgeProfile,
  ) {
    this.bridge = pbx.bridges.create({
      ...{ type: 'base', technology: 'softmix', creator: 'ConfBridge', name, isPermanent: true },
      onEnter: (channel) => {
        this.#enters(channel);
      },
      onLeave: (channel) => {
        this.#leaves(channel);
      },
      onLeft: () => {
        if (this.users.length === 0) this.#end();
      },
    });
    // Asterisk makes a Local channel of its own to announce with.
    const number = pbx.next('local').toString(16).padStart(8, '0');
    for (let half = 0; half < 2; half++) pbx.nextUniqueid();
    this.bridge.announcers.push(`CBAnn/${name}-${number};2`);
    this.#tell('ConfbridgeStart');
    pbx.devices.set(`confbridge:${name}`, 'INUSE');
    if (profile.isRecorded) this.startRecording();
  }

  get isRecorded(): boolean {
    return this.bridge.recorders.length > 0;
  }

  get markedUsers(): number {
    return this.users.filter(({ profile }) => profile.isMarked).length;
  }

  find(channel: string): ConferenceUser | undefined {
    const wanted = channel.toLowerCase();
    return this.users.find((user) => user.channel.name.toLowerCase() === wanted);
  }

  /** Takes part until he hangs up, or has to go. */
  *join(channel: Channel, profile: UserProfile): Process {
    const user = new ConferenceUser(channel, profile);
    user.isWaiting = profile.waitsForMarked && this.markedUsers === 0;
    if (profile.startsMuted || this.isMuted) user.isMuted = true;
    this.users.push(user);
    if (profile.isMarked) this.#letWaitingIn();
    this.#playMusic();
    try {
      yield* this.bridge.seat(channel);
    } finally {
      if (user.result === undefined) channel.setVariable('CONFBRIDGE_RESULT', 'HANGUP');
    }
  }

  /** Mutes a user, or no more; tells of it even if that is nothing new. */
  mute(user: ConferenceUser, isMuted: boolean): void {
    user.isMuted = isMuted;
    this.#tell(isMuted ? 'ConfbridgeMute' : 'ConfbridgeUnmute', user);
  }

  /** A user begins to talk, or is silent again. */
  hear(user: ConferenceUser, isTalking: boolean): void {
    if (user.isTalking === isTalking) return;
    user.isTalking = isTalking;
    this.#tell('ConfbridgeTalking', user, { TalkingStatus: isTalking ? 'on' : 'off' });
  }

  startRecording(): void {
    const number = this.pbx.next('recorder').toString(16).padStart(8, '0');
    this.pbx.nextUniqueid();
    this.bridge.recorders.push(`CBRec/${this.name}-${number}`);
    this.bridge.tellPeers();
    this.#tell('ConfbridgeRecord');
  }

  stopRecording(): void {
    this.#tell('ConfbridgeStopRecord');
    this.bridge.recorders.length = 0;
    this.bridge.tellPeers();
  }

  /** Shows everybody the picture of one. */
  showVideoOf(user: ConferenceUser): void {
    const previous = this.#shown?.channel.uniqueid ?? '';
    this.#shown = user;
    this.pbx.emit('BridgeVideoSourceUpdate', ['call'], {
      ...this.bridge.fields(),
      BridgePreviousVideoSource: previous,
    });
  }

  #userOf(channel: Channel): ConferenceUser | undefined {
    return this.users.find((user) => user.channel === channel);
  }

  #enters(channel: Channel): void {
    const user = this.#userOf(channel);
    if (user === undefined) return;
    this.#tell('ConfbridgeJoin', user, { Muted: user.isMuted ? 'Yes' : 'No' });
    otherHalf(channel)?.hear();
  }

  #leaves(channel: Channel): void {
    const user = this.#userOf(channel);
    if (user === undefined) return;
    this.users.splice(this.users.indexOf(user), 1);
    user.playMusic(false);
    this.#tell('ConfbridgeLeave', user);
    if (user.profile.isMarked && this.markedUsers === 0) this.#lastMarkedHasLeft();
    this.#playMusic();
  }

  #letWaitingIn(): void {
    const waiting = this.users.filter(({ isWaiting }) => isWaiting);
    for (const user of waiting) {
      user.isWaiting = false;
      this.users.splice(this.users.indexOf(user), 1);
      this.users.push(user);
    }
  }

  #lastMarkedHasLeft(): void {
    for (const user of [...this.users]) {
      if (user.profile.endsWithMarked) user.expel('ENDMARKED');
      else if (user.profile.waitsForMarked) user.isWaiting = true;
    }
  }

  /** Who waits or is alone hears music. */
  #playMusic(): void {
    for (const user of this.users) user.playMusic(user.isWaiting || this.users.length === 1);
  }

  #end(): void {
    this.pbx.conferences.all.delete(this.name);
    this.#tell('ConfbridgeEnd');
    this.bridge.announcers.length = 0;
    this.bridge.recorders.length = 0;
    this.bridge.destroy();
    this.pbx.devices.set(`confbridge:${this.name}`, 'NOT_INUSE');
  }

  #tell(name: string, user?: ConferenceUser, more: Fields = {}): void {
    const admin = user === undefined ? {} : { Admin: user.profile.isAdmin ? 'Yes' : 'No' };
    this.pbx.emit(name, ['call'], {
      Conference: this.name,
      ...this.bridge.fields(),
      ...user?.channel.fields(),
      ...('TalkingStatus' in more ? { ...more, ...admin } : { ...admin, ...more }),
    });
  }
}
