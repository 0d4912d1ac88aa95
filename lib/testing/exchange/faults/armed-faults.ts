interface Armed<F> {
  readonly fault: F;
  left: number;
}

/** Faults that wait for something to happen to, in order. */
export class ArmedFaults<F extends object> {
  readonly #armed: Armed<F>[] = [];

  get isEmpty(): boolean {
    return this.#armed.length === 0;
  }

  /** Whether any is for actions of one name only. */
  get isChoosy(): boolean {
    return this.#armed.some(({ fault }) => actionOf(fault) !== undefined);
  }

  arm(fault: F, count = 1): void {
    if (count > 0) this.#armed.push({ fault, left: count });
  }

  /** The first that concerns an action of this name, which is thereby used once. */
  take(action: string | undefined): F | undefined {
    const index = this.#armed.findIndex(({ fault }) => {
      const wanted = actionOf(fault);
      return wanted === undefined || wanted.toLowerCase() === action?.toLowerCase();
    });
    const armed = this.#armed[index];
    if (armed === undefined) return undefined;
    armed.left--;
    if (armed.left === 0) this.#armed.splice(index, 1);
    return armed.fault;
  }

  clear(): void {
    this.#armed.length = 0;
  }
}

function actionOf(fault: object): string | undefined {
  return 'action' in fault && typeof fault.action === 'string' ? fault.action : undefined;
}
