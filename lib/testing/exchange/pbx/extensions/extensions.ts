import type { Pbx } from '../pbx.js';
import { WatchedExtension } from './watched-extension.js';

/** The extensions of a PBX that have a hint. */
export class Extensions {
  readonly #watched: WatchedExtension[] = [];

  constructor(private readonly pbx: Pbx) {
    for (const hint of pbx.dialplan.hints) {
      // Of a pattern there is nothing to be said before somebody asks for one of its numbers.
      if (!hint.exten.startsWith('_')) this.#watched.push(new WatchedExtension(pbx, hint));
    }
    pbx.devices.listen((device) => {
      const name = device.toLowerCase();
      for (const one of this.#watched) {
        if (one.devices.some((watched) => watched.toLowerCase() === name)) one.update();
      }
    });
    pbx.presences.listen((presentity, presence) => {
      for (const one of this.#watched) if (one.presentity === presentity) one.show(presence);
    });
  }

  get all(): readonly WatchedExtension[] {
    return this.#watched;
  }

  /** An extension with a hint; one of a pattern is watched from now on. */
  find(context: string, exten: string): WatchedExtension | undefined {
    const known = this.#watched.find(
      ({ hint }) => hint.context === context && hint.exten === exten,
    );
    const hint = known === undefined ? this.pbx.dialplan.findHint(context, exten) : undefined;
    if (hint === undefined) return known;
    const devices = hint.devices.replaceAll('${EXTEN}', exten);
    const watched = new WatchedExtension(this.pbx, { ...hint, devices });
    this.#watched.push(watched);
    this.pbx.soon(() => {
      watched.tell();
    });
    return watched;
  }
}
