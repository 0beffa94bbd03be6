type Entry<T> = { at: number; value: Promise<T> };

/** Above this many entries the old ones are let go. */
const MANY = 1_000;

/**
 * Many browsers, one question: the same answer for `ttlMs`, and one call while it is under way. A failure is forgotten at
 * once. `now` is in milliseconds.
 */
export function createPollCache<T>({ ttlMs, now }: { ttlMs: number; now: () => number }) {
  const entries = new Map<string, Entry<T>>();

  function forgetOld(): void {
    for (const [key, { at }] of entries) if (now() - at >= ttlMs) entries.delete(key);
  }

  return {
    get(key: string, ask: () => Promise<T>): Promise<T> {
      const held = entries.get(key);
      if (held !== undefined && now() - held.at < ttlMs) return held.value;
      if (entries.size >= MANY) forgetOld();
      const entry = { at: now(), value: ask() };
      entries.set(key, entry);
      entry.value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return entry.value;
    },
    /** Asks anew the next time, because what is held is known to be wrong. */
    forget(key: string): void {
      entries.delete(key);
    },
    /** What is held now, without asking; null when nothing fresh is. */
    peek(key: string): Promise<T> | null {
      const held = entries.get(key);
      return held !== undefined && now() - held.at < ttlMs ? held.value : null;
    },
  };
}
