/**
 * Stands for a schema that is built when something of it is first used.
 *
 * There are hundreds of schemas, and a program uses a few: one that nobody looks at costs its entry
 * in a table.
 */
export function lazySchema<S extends object>(build: () => S): S {
  let built: S | undefined;
  const schema = (): S => (built ??= build());
  return new Proxy({} as S, {
    get: (_target, key) => Reflect.get(schema(), key) as unknown,
    set: (_target, key, value) => Reflect.set(schema(), key, value),
    has: (_target, key) => Reflect.has(schema(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(schema()),
  });
}
