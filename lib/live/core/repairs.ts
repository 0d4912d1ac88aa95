import type { AmiClient } from '../../client/index.js';
import type { ActiveModel } from './active-model.js';

/** How many steps it took to bring models in line, where nothing should have been to do. */
export class Repairs {
  readonly #before = new Map<ActiveModel, number>();
  readonly #steps = new Map<ActiveModel, number>();

  constructor(private readonly actives: readonly ActiveModel[]) {}

  /** A list is about to be taken in. */
  begin(): void {
    for (const active of this.actives) this.#before.set(active, active.model.table.steps);
  }

  /** A list has been taken into a model. */
  count(active: ActiveModel): void {
    const { steps } = active.model.table;
    const done = steps - (this.#before.get(active) ?? steps);
    this.#before.set(active, steps);
    if (active.model.isPolled !== true) {
      this.#steps.set(active, (this.#steps.get(active) ?? 0) + done);
    }
  }

  /** Tells of them, if there were any. */
  report(ami: AmiClient): void {
    const found = [...this.#steps].filter(([, steps]) => steps > 0);
    if (found.length === 0) return;
    const kinds = found.map(([{ kind }, steps]) => `${kind.name} (${String(steps)})`).join(', ');
    ami.report({ type: 'state-repaired', text: `Events had been lost, of ${kinds}` });
  }
}
