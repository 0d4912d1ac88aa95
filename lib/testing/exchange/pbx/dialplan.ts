import { isMatch } from './extension-pattern.js';

/** One priority of an extension. */
export interface Step {
  readonly application: string;
  readonly data: string;
}

/** An extension: its steps by priority from 1, its labels, its hint. */
interface Extension {
  readonly steps: Step[];
  readonly labels: Map<string, number>;
  hint?: string;
}

interface Context {
  readonly extensions: Map<string, Extension>;
  readonly includes: string[];
}

/** A hint of the dialplan: who watches the extension watches these devices. */
export interface Hint {
  readonly context: string;
  readonly exten: string;
  readonly devices: string;
}

/** What extensions.conf says. */
export class Dialplan {
  readonly #contexts = new Map<string, Context>();

  /** Reads `exten =>`, `same =>` and `include =>`; priorities are numbers, `n`, and may have labels. */
  constructor(text: string) {
    let context: Context | undefined;
    let current: string | undefined;
    for (const line of text.split('\n').map((one) => one.replace(/(^|\s);.*$/, '').trim())) {
      const [, section] = /^\[([^\]]+)\]/.exec(line) ?? [];
      const [, key, value = ''] = /^(\w+)\s*=>?\s*(.*)$/.exec(line) ?? [];
      if (section !== undefined) {
        context = this.#context(section);
      } else if (context === undefined || key === undefined) {
        continue;
      } else if (key === 'include') {
        context.includes.push(value);
      } else if (key === 'exten') {
        current = value.slice(0, value.indexOf(',')).trim();
        add(context, current, value.slice(value.indexOf(',') + 1));
      } else if (key === 'same' && current !== undefined) {
        add(context, current, value);
      }
    }
  }

  /** The step at a place; patterns and included contexts are looked at as Asterisk does. */
  find(context: string, exten: string, priority: number): Step | undefined {
    return this.#find(context, exten)?.steps[priority - 1];
  }

  has(context: string, exten: string): boolean {
    return this.#find(context, exten) !== undefined;
  }

  /** Whether any context has the extension. */
  hasAnywhere(exten: string): boolean {
    return [...this.#contexts.keys()].some((context) => this.has(context, exten));
  }

  hasContext(context: string): boolean {
    return this.#contexts.has(context);
  }

  /** The priority that a number or a label stands for. */
  priorityOf(context: string, exten: string, label: string): number | undefined {
    if (/^\d+$/.test(label)) return Number(label);
    return this.#find(context, exten)?.labels.get(label);
  }

  /** The extensions whose first steps lead to an application, with what it is given. */
  leadingTo(application: string): { readonly exten: string; readonly data: string }[] {
    return [...this.#contexts.values()].flatMap(({ extensions }) =>
      [...extensions].flatMap(([exten, { steps }]) => {
        const step = steps.find((one) => one.application.toLowerCase() === application);
        return step === undefined || exten.startsWith('_') ? [] : [{ exten, data: step.data }];
      }),
    );
  }

  /** All hints, in the order in which they are written. */
  get hints(): Hint[] {
    return [...this.#contexts].flatMap(([context, { extensions }]) =>
      [...extensions].flatMap(([exten, { hint: devices }]) =>
        devices === undefined ? [] : [{ context, exten, devices }],
      ),
    );
  }

  /** Adds a step to an extension, as in `1,Answer()`, or a hint. */
  add(context: string, exten: string, step: string): void {
    add(this.#context(context), exten, step);
  }

  /** The hint of an extension, of a pattern or an included context too. */
  findHint(context: string, exten: string): Hint | undefined {
    const devices = this.#find(context, exten, ({ hint }) => hint !== undefined)?.hint;
    return devices === undefined ? undefined : { context, exten, devices };
  }

  #context(name: string): Context {
    const context = this.#contexts.get(name) ?? { extensions: new Map(), includes: [] };
    this.#contexts.set(name, context);
    return context;
  }

  #find(
    name: string,
    exten: string,
    isIt = hasSteps,
    seen: ReadonlySet<string> = new Set(),
  ): Extension | undefined {
    const context = this.#contexts.get(name);
    if (context === undefined || seen.has(name)) return undefined;
    const exact = context.extensions.get(exten);
    if (exact !== undefined && isIt(exact)) return exact;
    for (const [pattern, extension] of context.extensions) {
      if (pattern.startsWith('_') && isMatch(pattern, exten) && isIt(extension)) return extension;
    }
    for (const include of context.includes) {
      const found = this.#find(include, exten, isIt, new Set([...seen, name]));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function hasSteps({ steps }: Extension): boolean {
  return steps.length > 0;
}

function newExtension(): Extension {
  return { steps: [], labels: new Map() };
}

/** Adds `1,Answer()`, `n(label),Wait(2)` or `hint,PJSIP/alice` to an extension. */
function add(context: Context, exten: string, text: string): void {
  const extension = context.extensions.get(exten) ?? newExtension();
  context.extensions.set(exten, extension);
  const comma = text.indexOf(',');
  const [, priority = '', label] = /^(\w+)(?:\((\w+)\))?$/.exec(text.slice(0, comma).trim()) ?? [];
  const what = text.slice(comma + 1).trim();
  if (priority === 'hint') {
    extension.hint = what;
    return;
  }
  const number = priority === 'n' ? extension.steps.length + 1 : Number(priority);
  const [, application = what, data = ''] = /^(\w+)(?:\((.*)\))?$/.exec(what) ?? [];
  extension.steps[number - 1] = { application, data };
  if (label !== undefined) extension.labels.set(label, number);
}
