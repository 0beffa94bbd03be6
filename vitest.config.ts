import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

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
    testTimeout: 15_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
