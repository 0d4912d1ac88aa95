import type { AmiEvent } from '../../wire/index.js';
import { ActiveModel } from './active-model.js';
import { Context } from './context.js';
import type { Handler, Kind, Model } from './model.js';

/**
 * The models that are in use, each once with those that it builds on. Events are brought to them
 * by name, through a map. Pure: events and moments in, changes of their tables out.
 */
export class ModelSet {
  readonly context = new Context();
  readonly #actives = new Map<Kind, ActiveModel>();
  readonly #handlers = new Map<string, readonly Handler[]>();
  #every: readonly Handler[] = [];
  #settling: readonly Model[] = [];

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
    this.#route();
  }

  /** Takes an event in. */
  take(event: AmiEvent, at: number): void {
    const handlers = this.#handlers.get(event.name);
    if (handlers === undefined && this.#every.length === 0) return;
    this.context.takeEvent(event, at);
    for (const handler of this.#every) handler(event);
    if (handlers !== undefined) for (const handler of handlers) handler(event);
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
    this.#route();
    return active;
  }

  /** Which models hear of which events. */
  #route(): void {
    const models = this.actives.map(({ model }) => model);
    this.#handlers.clear();
    for (const { handlers } of models) {
      for (const [name, handler] of Object.entries(handlers)) {
        this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
      }
    }
    this.#every = models.flatMap(({ every }) => every ?? []);
    this.#settling = models.filter((model) => 'settle' in model);
  }
}

/** Kinds and those that they build on, which come first. */
export function withNeeds(kinds: readonly Kind[]): Set<Kind> {
  return new Set(kinds.flatMap((kind) => [...withNeeds(kind.needs), kind]));
}
