/**
 * The same value for the whole process. Next loads a module several times in one process
 * (instrumentation, pages and routes each), so the value lives on `globalThis`.
 */
export function once<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`fleet-console.${name}`);
  const store = globalThis as { [key: symbol]: { value: T } | undefined };
  return () => {
    const held = store[key] ?? { value: make() };
    store[key] = held;
    return held.value;
  };
}
