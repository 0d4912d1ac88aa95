import type { DemoEvent } from './show.js';

/** The bridges of the demo exchange, for those who come later. */
export class BridgeList {
  readonly #bridges = new Map<string, DemoEvent['fields']>();

  /** Takes note of an event. */
  take({ name, fields }: DemoEvent): void {
    const id = fields['BridgeUniqueid'];
    if (id === undefined || !name.startsWith('Bridge')) return;
    if (name === 'BridgeDestroy') this.#bridges.delete(id);
    else this.#bridges.set(id, fields);
  }

  /** The bridges as entries of `BridgeList`. */
  entries(): ['BridgeListItem', Record<string, string>][] {
    return [...this.#bridges.values()].map((fields) => {
      const own = Object.entries(fields).filter(([name]) => name.startsWith('Bridge'));
      return ['BridgeListItem', Object.fromEntries(own)];
    });
  }
}
