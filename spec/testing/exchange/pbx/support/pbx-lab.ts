import { originate } from '../../../../../lib/testing/exchange/pbx/originate.js';
import type { PbxEvent } from '../../../../../lib/testing/exchange/pbx/pbx-event.js';
import { Pbx } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import type { PbxOptions } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { runProcess } from '../../../../../lib/testing/exchange/pbx/process.js';
import { VirtualClock } from '../../../../../lib/testing/index.js';

/** A PBX in virtual time, and what it has told since somebody last looked. */
export class PbxLab {
  readonly clock = new VirtualClock();
  readonly pbx: Pbx;
  #heard: PbxEvent[] = [];

  constructor(options: PbxOptions = {}) {
    this.pbx = new Pbx({ scheduler: this.clock, ...options });
    this.pbx.events$.subscribe((event) => this.#heard.push(event));
  }

  /** Calls a destination, and lets it enter an extension of the context default once it answers. */
  call(destination: string, exten: string, caller = {}): void {
    const then = { context: 'default', exten, priority: 1 };
    runProcess(() =>
      originate(this.pbx, { destination, timeoutMs: 10_000, then, caller }),
    ).subscribe();
  }

  /** Lets some time pass, and gives the events of some names, each as a line of some fields. */
  heard(ms: number, wanted: Readonly<Record<string, readonly string[]>>): string[] {
    this.clock.advance(ms);
    const heard = this.#heard;
    this.#heard = [];
    return heard
      .filter(({ name }) => name in wanted)
      .map(({ name, fields }) =>
        [name, ...(wanted[name] ?? []).map((field) => String(fields[field]))].join(' '),
      );
  }
}
