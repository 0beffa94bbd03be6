import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

// Vitest prints failures with Map.groupBy, which Node 20 does not have.
function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
if (!("groupBy" in Map)) Object.assign(Map, { groupBy });

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // It throws outside of a server component; in a test there is no browser bundle to keep it out of.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ["{lib,components,simulator,scripts,app}/**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", "e2e/**", ".build/**"],
    environment: "node",
    setupFiles: ["scripts/vitest-setup.ts"],
    // Two cores: more workers only take turns, and each may hold an embedded database.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
