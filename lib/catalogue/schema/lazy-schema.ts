interface Lazy {
  readonly build: () => object;
  schema?: object;
}

// One handler for all: there are hundreds of schemas, and a program uses a few of them.
const handler: ProxyHandler<Lazy> = {
  get: (lazy, key) => Reflect.get(schemaOf(lazy), key) as unknown,
  set: (lazy, key, value) => Reflect.set(schemaOf(lazy), key, value),
  has: (lazy, key) => Reflect.has(schemaOf(lazy), key),
  getPrototypeOf: (lazy) => Reflect.getPrototypeOf(schemaOf(lazy)),
};

/** Stands for a schema that is built when something of it is first used. */
export function lazySchema<S extends object>(build: () => S): S {
  return new Proxy<Lazy>({ build }, handler) as S;
}

function schemaOf(lazy: Lazy): object {
  return (lazy.schema ??= lazy.build());
}
