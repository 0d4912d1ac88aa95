import { startMusic, stopMusic } from '../applications/music-on-hold.js';
import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import { createLocal } from '../local-channels.js';
import { OutgoingCall } from '../outgoing-call.js';
import type { Pbx } from '../pbx.js';
import type { Place } from '../place.js';
import { completeTransfer } from './complete-transfer.js';
import { introduce } from './introduce.js';
import { pressKeys } from './press-keys.js';

/** The keys that begin a transfer, and those that call it off (features.conf). */
const beginKeys = '*2';
const abortKeys = '*1';

/** How long Asterisk asks for an extension that there is. */
const patienceMs = 20_000;

const underway = new WeakMap<Channel, AttendedTransfer>();

/** Begins an attended transfer as if the keys were pressed: who talks to the channel waits meanwhile. */
export function beginTransfer(transferer: Channel, { context, exten }: Place): void {
  const { bridge } = transferer;
  transferer.setVariable('TRANSFER_CONTEXT', context);
  pressKeys(transferer, beginKeys);
  const [transferee] = bridge?.channels.filter((channel) => channel !== transferer) ?? [];
  const canTransfer = bridge?.init.type === 'basic' && transferee !== undefined;
  const transfer =
    canTransfer && !underway.has(transferer)
      ? new AttendedTransfer(bridge, transferer, transferee)
      : undefined;
  pressKeys(transferer, exten);
  transfer?.call(context, exten);
}

/** Presses the keys that call an attended transfer off. */
export function cancelTransfer(transferer: Channel): void {
  pressKeys(transferer, abortKeys);
  underway.get(transferer)?.cancel();
}

/** An attended transfer, from the wait of the transferee to its end (bridge_basic.c). */
class AttendedTransfer {
  readonly #pbx: Pbx;
  #isOver = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly transferer: Channel,
    private readonly transferee: Channel,
  ) {
    this.#pbx = bridge.pbx;
    underway.set(transferer, this);
    for (const { ended$ } of [transferer, transferee]) {
      const ended = ended$.subscribe({
        complete: () => {
          this.#end();
        },
      });
      this.#pbx.own(ended);
    }
    this.#pbx.emit('Hold', ['call'], transferer.fields());
    startMusic(transferee);
  }

  /** Calls the target, and brings the transferer to him. */
  call(context: string, exten: string): void {
    if (!this.#pbx.dialplan.has(context, exten)) {
      this.#pbx.soon(() => {
        this.#resume();
      }, patienceMs);
      return;
    }
    const { transferer } = this;
    const target = createLocal(this.#pbx, `${exten}@${context}`, { requestor: transferer });
    target.setVariables({ TRANSFERERNAME: transferer.name, ATTENDEDTRANSFER: transferer.name });
    const consultation = this.#pbx.bridges.create({
      ...{ type: 'basic', technology: 'simple_bridge' },
      onLeft: (channel) => {
        this.#leaves(channel, target, consultation);
      },
    });
    target.connected = { ...transferer.caller };
    target.call();
    this.#watch(new OutgoingCall(this.#pbx, target, `${exten}@${context}`));
    target.run(() => consultation.seat(target));
    consultation.adopt(transferer);
    introduce(transferer, target);
  }

  /** Brings the transferer back. */
  cancel(): void {
    if (this.transferer.bridge === this.bridge) return;
    const { bridge: consultation } = this.transferer;
    this.#resume();
    consultation?.dissolve();
  }

  #watch(call: OutgoingCall): void {
    this.#pbx.own(
      call.channel.control$.subscribe((control) => {
        if (control === 'ringing') call.progress('RINGING');
        else if (control === 'answer') call.end('ANSWER');
        else if (control === 'busy') call.end('BUSY');
        else if (control === 'congestion') call.end('CONGESTION');
      }),
    );
  }

  #leaves(channel: Channel, target: Channel, consultation: Bridge): void {
    // Without the transferee they are two who talk.
    if (this.#isOver) consultation.dissolve();
    else if (channel === target) this.#resume();
    else this.#complete(target, consultation);
  }

  #resume(): void {
    if (!this.#end()) return;
    const { bridge, transferer, transferee } = this;
    if (transferer.bridge !== bridge) bridge.adopt(transferer);
    this.#pbx.emit('Unhold', ['call'], transferer.fields());
    introduce(transferer, transferee);
  }

  #complete(target: Channel, consultation: Bridge): void {
    if (!this.#end()) return;
    const { bridge, transferer, transferee } = this;
    const parts = { transferer, transferee, target, isExternal: false };
    completeTransfer(bridge, consultation, parts);
  }

  /** The transferee waits no more; `false` if that is known. */
  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    underway.delete(this.transferer);
    stopMusic(this.transferee);
    return true;
  }
}
