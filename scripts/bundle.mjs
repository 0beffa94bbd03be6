/**
 * Bundles the programs that run without Next, each into one file: Node 20 does not run TypeScript.
 * `node scripts/bundle.mjs DIRECTORY`; it needs the installed packages (esbuild).
 */
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./parts/root.mjs";

const PROGRAMS = {
  simulator: "simulator/main.ts",
  worker: "lib/worker/main.ts",
  "recover-admin": "lib/server/auth/recover-admin.ts",
  env: "lib/env.ts",
};

const target = process.argv[2] ?? join(ROOT, ".build", "programs");
const present = Object.entries(PROGRAMS).filter(([, file]) => existsSync(join(ROOT, file)));

await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(present),
  outdir: target,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  logLevel: "error",
  alias: { "server-only": "./node_modules/server-only/empty.js" },
  // It loads WebAssembly from beside itself; the other is a native add-on that pg works without.
  external: ["@electric-sql/pglite", "pg-native"],
  // Packages in the older module format ask for these.
  banner: {
    js: "import{createRequire as __make}from'node:module';const require=__make(import.meta.url);const __filename=import.meta.filename;const __dirname=import.meta.dirname;",
  },
});

// The simulator reads its contract from beside itself, as it does from its sources.
if (existsSync(join(ROOT, "simulator")))
  cpSync(join(ROOT, "simulator", "contract"), join(target, "contract"), { recursive: true });
