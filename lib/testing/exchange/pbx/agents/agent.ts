import { Subscription } from 'rxjs';
import { startMusic, stopMusic } from '../applications/music-on-hold.js';
import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import { connectTo } from '../connect-to.js';
import type { DeviceState } from '../devices.js';
import type { Party } from '../party.js';
import type { Pbx } from '../pbx.js';

/** How long who has logged in is left alone, for Local channels to be optimised away. */
const probationMs = 5000;

/** How long the beep is that announces a caller. */
const beepMs = 500;

/** What agents.conf says of an agent. */
export interface AgentInit {
  readonly id: string;
  readonly name: string;
  readonly musicClass: string;
  /** How long after a call there is none, in ms. */
  readonly wrapUpMs: number;
}

/** Somebody who answers calls on a line that stays up (app_agent_pool.c). */
export class Agent {
  state: 'logged-out' | 'probation' | 'ready' | 'call-present' | 'on-call' | 'wrap-up' =
    'logged-out';
  /** The channel that is logged in. */
  channel: Channel | undefined;
  loggedInAt = 0;
  callStartedAt = 0;
  /** Whether the agent is going to be logged off when the call is over. */
  isLeaving = false;
  #callerBridge: Bridge | undefined;
  /** Who is shown to the agent while there is no caller. */
  #waitingFor: Party = {};
  #timer = new Subscription();
  #hearsMusic = false;

  constructor(
    readonly pbx: Pbx,
    readonly init: AgentInit,
  ) {
    this.#tellDevice('UNAVAILABLE');
  }

  logIn(channel: Channel): void {
    this.channel = channel;
    this.isLeaving = false;
    this.loggedInAt = this.pbx.now();
    this.#waitingFor = channel.connected;
  }

  /** Goes to where agents wait: for the first time, or after a call. */
  wait(holding: Bridge): void {
    const { channel } = this;
    if (channel === undefined) return;
    connectTo(channel, this.#waitingFor);
    const isFirst = this.state === 'logged-out' || this.state === 'probation';
    const wrapUpMs = this.state === 'on-call' ? this.init.wrapUpMs : 0;
    if (isFirst) this.state = 'probation';
    else if (wrapUpMs > 0) this.state = 'wrap-up';
    else this.#beReady();
    if (this.state !== 'ready') {
      this.#later(isFirst ? probationMs : wrapUpMs, () => {
        this.#beReady();
      });
    }
    holding.enter(channel);
    startMusic(channel, this.init.musicClass);
    this.#hearsMusic = true;
    if (this.isLeaving) {
      this.#later(0, () => {
        channel.release();
      });
    }
  }

  /** A caller is there, in a bridge of their own. */
  present(caller: Channel, bridge: Bridge): void {
    this.state = 'call-present';
    this.#callerBridge = bridge;
    this.#tellDevice('INUSE');
    const { channel } = this;
    if (channel === undefined) return;
    connectTo(channel, caller.caller);
    this.endMusic();
    this.#later(beepMs, () => {
      this.#connect(caller, bridge);
    });
  }

  /** The music ends, if there is any. */
  endMusic(): void {
    if (this.#hearsMusic && this.channel !== undefined) stopMusic(this.channel);
    this.#hearsMusic = false;
  }

  /** Logs off: at once by hanging up, or softly after the call. */
  logOff(isSoft: boolean): void {
    this.isLeaving = this.channel !== undefined;
    if (!isSoft) this.channel?.requestHangup(32);
    else if (this.state !== 'on-call' && this.state !== 'call-present') this.channel?.release();
  }

  /** The channel has left. */
  logOut(isTold: boolean): void {
    const { channel } = this;
    if (channel === undefined) return;
    this.#timer.unsubscribe();
    this.#hearsMusic = false;
    this.channel = undefined;
    this.state = 'logged-out';
    this.#tellDevice('UNAVAILABLE');
    this.#callerBridge?.dissolve();
    this.#callerBridge = undefined;
    if (!isTold) return;
    const seconds = Math.floor(this.pbx.now() / 1000) - Math.floor(this.loggedInAt / 1000);
    const fields = { ...channel.fields(), Agent: this.init.id, Logintime: seconds };
    this.pbx.emit('AgentLogoff', ['agent'], fields);
  }

  #connect(caller: Channel, bridge: Bridge): void {
    const { channel } = this;
    if (channel === undefined) return;
    this.state = 'on-call';
    this.#callerBridge = undefined;
    this.callStartedAt = this.pbx.now();
    if (bridge.isDestroyed) {
      channel.release();
      return;
    }
    bridge.adopt(channel);
    connectTo(caller, channel.caller);
    caller.answer();
    caller.setVariable('AGENT_STATUS', '');
    caller.variables.delete('AGENT_STATUS');
  }

  #beReady(): void {
    this.state = 'ready';
    this.#tellDevice('NOT_INUSE');
  }

  #later(ms: number, task: () => void): void {
    this.#timer.unsubscribe();
    this.#timer = this.pbx.soon(task, ms);
  }

  #tellDevice(state: DeviceState): void {
    this.pbx.devices.set(`Agent:${this.init.id}`, state);
  }
}
