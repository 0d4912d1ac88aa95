import type { Hint } from '../dialplan.js';
import type { Fields } from '../fields.js';
import type { Pbx } from '../pbx.js';
import { isSamePresence } from '../presence/presence.js';
import type { Presence } from '../presence/presence.js';
import { combineStates } from './combine-states.js';
import { extensionStates } from './extension-state.js';
import type { ExtensionState } from './extension-state.js';

/** An extension with a hint: tells of its devices and of its presentity when they change. */
export class WatchedExtension {
  /** What is behind it, all together. */
  state: ExtensionState;
  readonly devices: readonly string[];
  readonly presentity: string | undefined;
  #presence: Presence | undefined;

  constructor(
    readonly pbx: Pbx,
    readonly hint: Hint,
  ) {
    const [devices = '', presentity] = hint.devices.split(',');
    this.devices = devices.split('&').filter((device) => device !== '');
    this.presentity = presentity;
    this.state = this.#find();
    this.#presence = pbx.presences.all.get(presentity ?? '');
  }

  /** What events and lists say of it. */
  get fields(): Fields {
    const { status, text } = this.state;
    return { ...this.#place, Status: status, StatusText: text };
  }

  /** Something has changed at one of its devices. */
  update(): void {
    const state = this.#find();
    if (state.status === this.state.status) return;
    this.state = state;
    this.tell();
  }

  tell(): void {
    this.pbx.emit('ExtensionStatus', ['call'], this.fields);
  }

  /** Its presentity has said something. */
  show(presence: Presence): void {
    if (this.#presence !== undefined && isSamePresence(this.#presence, presence)) return;
    this.#presence = presence;
    const { state: Status, subtype: Subtype, message: Message } = presence;
    this.pbx.emit('PresenceStatus', ['call'], { ...this.#place, Status, Subtype, Message });
  }

  get #place(): Fields {
    const { exten: Exten, context: Context, devices: Hint } = this.hint;
    return { Exten, Context, Hint };
  }

  #find(): ExtensionState {
    return extensionStates[
      combineStates(this.devices.map((device) => this.pbx.devices.stateOf(device)))
    ];
  }
}
