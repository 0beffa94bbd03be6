import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // `npm test` builds beside a running console and never into its directory.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // Loaded from node_modules at run time: they bring files of their own (WebAssembly, worker threads).
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino", "undici"],
  outputFileTracingIncludes: {
    "/*": ["./lib/db/migrations/**/*", "./node_modules/@electric-sql/pglite/dist/**/*.{wasm,data,js}"],
  },
  outputFileTracingExcludes: { "/*": ["./.build/**/*", "./.data/**/*", "./e2e/**/*", "./docs/**/*"] },
  experimental: {
    // 30,000 device ids (IoTDA's limit for a task) of up to 128 characters, joined by newlines, and some room.
    serverActions: { bodySizeLimit: "5mb" },
  },
  turbopack: { root: fileURLToPath(new URL("./", import.meta.url)) },
};
