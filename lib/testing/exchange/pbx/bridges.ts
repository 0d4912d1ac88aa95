import { Bridge } from './bridge.js';
import type { BridgeInit } from './bridge.js';
import type { Pbx } from './pbx.js';

/** The bridges of a PBX. */
export class Bridges {
  readonly all = new Map<string, Bridge>();
  /** Technologies that are not to be used. */
  readonly suspended = new Set<string>();

  constructor(private readonly pbx: Pbx) {}

  create(init: BridgeInit): Bridge {
    const bridge = new Bridge(this.pbx, this.#nextId(), init);
    this.all.set(bridge.id, bridge);
    return bridge;
  }

  /** A bridge for two who talk. */
  createBasic(): Bridge {
    return this.create({
      type: 'basic',
      technology: 'simple_bridge',
      isDissolvedByHangup: true,
    });
  }

  /** In the form of a UUID, but countable, so that a run can be repeated. */
  #nextId(): string {
    const number = this.pbx.next('bridge') + 1;
    const start = this.pbx.startedAt.toString(16).padStart(12, '0').slice(-12);
    return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-${start}`;
  }
}
