import type { AmiEvent } from '../../wire/index.js';
import { ActiveModel } from './active-model.js';
import { Context } from './context.js';
import type { Handler, Kind, Model } from './model.js';
import { ownText } from './own-text.js';

const MOST_NAMES = 1000;

/**
 * The models that are in use, each once with those that it builds on. Events are brought to them
 * by name, through a map. Pure: events and moments in, changes of their tables out.
 */
export class ModelSet {
  readonly context = new Context();
  readonly #actives = new Map<Kind, ActiveModel>();
  // By name, as events of that name come.
  readonly #handlers = new Map<string, readonly Handler[]>();
  #settling: readonly Model[] = [];
  readonly #others = new Map<string, Handler>();

  /** The models, those that others build on first. */
  get actives(): readonly ActiveModel[] {
    return [...this.#actives.values()];
  }

  /** The model of a kind, if it is in use. */
  find<V>(kind: Kind<Model<V>>): ActiveModel<V> | undefined {
    return this.#actives.get(kind) as ActiveModel<V> | undefined;
  }

  /** Puts the model of a kind to use. */
  use<V>(kind: Kind<Model<V>>): ActiveModel<V> {
    const active = this.find(kind) ?? this.#create(kind);
    active.users++;
    return active;
  }

  /** One user less; without any, a model is forgotten. */
  leave(kind: Kind): void {
    const active = this.#actives.get(kind);
    if (active === undefined || --active.users > 0) return;
    this.#actives.delete(kind);
    active.model.dispose?.();
    for (const need of kind.needs) this.leave(need);
    this.#reroute();
  }

  /** Lets somebody else hear of events of a name, after the models. */
  on(name: string, handler: Handler): void {
    this.#others.set(name, handler);
  }

  /** Takes an event in. */
  take(event: AmiEvent, at: number): void {
    const handlers = this.#handlers.get(event.name) ?? this.#route(event.name);
    if (handlers.length === 0) return;
    this.context.takeEvent(event, at);
    for (const handler of handlers) handler(event);
    this.settle();
  }

  /** Draws the conclusions of what was taken in. */
  settle(): void {
    for (const model of this.#settling) model.settle?.();
  }

  #create<V>(kind: Kind<Model<V>>): ActiveModel<V> {
    for (const need of kind.needs) this.use(need);
    const modelOf = <N extends Model>(one: Kind<N>): N => this.#actives.get(one)?.model as N;
    const active = new ActiveModel(kind, kind.create(this.context, modelOf));
    this.#actives.set(kind, active as unknown as ActiveModel);
    this.#reroute();
    return active;
  }

  /** Other models hear of events from now on. */
  #reroute(): void {
    this.#handlers.clear();
    this.#settling = this.actives.map(({ model }) => model).filter((model) => 'settle' in model);
  }

  /** Who hears of events of a name. */
  #route(name: string): readonly Handler[] {
    const models = this.actives.map(({ model }) => model);
    const handlers = [
      ...models.flatMap((model) => model.every?.(name) ?? []),
      ...models.flatMap((model) =>
        Object.hasOwn(model.handlers, name) ? (model.handlers[name] ?? []) : [],
      ),
      ...[this.#others.get(name) ?? []].flat(),
    ];
    // A server that makes up names shall not fill the memory with them.
    if (this.#handlers.size >= MOST_NAMES) this.#handlers.clear();
    this.#handlers.set(ownText(name), handlers);
    return handlers;
  }
}

/** Kinds and those that they build on, which come first. */
export function withNeeds(kinds: readonly Kind[]): Set<Kind> {
  return new Set(kinds.flatMap((kind) => [...withNeeds(kind.needs), kind]));
}
