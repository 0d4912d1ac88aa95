import type { Channel } from './channel.js';
import { isLocalName } from './is-local-name.js';

/**
 * The halves of Local channels that have not found each other yet, by name: `Local/1@a-0000001f;1`
 * and `…;2`.
 */
export class LocalHalves {
  readonly #ids = new Map<string, string>();

  /** Notes a new channel; the Uniqueid of its other half, if that is known. */
  pair({ name, id }: Channel): string | undefined {
    if (!isHalf(name)) return undefined;
    const other = otherName(name);
    const otherId = this.#ids.get(other);
    if (otherId === undefined) this.#ids.set(name, id);
    else this.#ids.delete(other);
    return otherId;
  }

  /** The channel is gone, or has another name now. */
  forget({ name }: Channel): void {
    if (isHalf(name)) this.#ids.delete(name);
  }
}

function isHalf(name: string): boolean {
  return isLocalName(name) && /;[12]$/.test(name);
}

function otherName(name: string): string {
  return `${name.slice(0, -1)}${name.endsWith('1') ? '2' : '1'}`;
}
