import { colleagues, customers, teams } from './cast.js';
import type { Person } from './cast.js';
import type { Scene } from './scenes/index.js';

const people = { colleague: colleagues, customer: customers, ...teams };

/** Gives out the people of the cast, so that nobody is in two calls at once. */
export class Troupe {
  readonly #busy = new Set<Person>();

  /** @param random - A number from 0 to 1, such as `Math.random`. */
  constructor(private readonly random: () => number) {}

  /** Somebody for each role; `undefined` if there are not enough people at the moment. */
  engage(roles: Scene['roles']): Map<string, Person> | undefined {
    const cast = new Map<string, Person>();
    for (const [role, kind] of Object.entries(roles)) {
      const free = people[kind].filter((person) => !this.#busy.has(person));
      const person = free[Math.floor(this.random() * free.length)];
      if (person === undefined) {
        this.release(cast);
        return undefined;
      }
      this.#busy.add(person);
      cast.set(role, person);
    }
    return cast;
  }

  /** Takes people back. */
  release(cast: ReadonlyMap<string, Person>): void {
    for (const person of cast.values()) this.#busy.delete(person);
  }
}
