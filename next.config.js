import { fileURLToPath } from "node:url";

/** Said with every answer. What differs from answer to answer (the policy for scripts, HSTS) is in proxy.ts. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};
/** /api stays outside of proxy.ts; its answers are data and load nothing. */
const API_HEADERS = { "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };
const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // `npm test` builds beside a running console and never into its directory.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // It would write files of its own into the repository.
  agentRules: false,
  // There are no pictures to scale, and the library for it is large.
  images: { unoptimized: true },
  // Loaded from node_modules at run time: they bring files of their own (WebAssembly, worker threads).
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino", "undici"],
  outputFileTracingIncludes: {
    "/*": ["./lib/db/migrations/**/*", "./node_modules/@electric-sql/pglite/dist/**/*.{wasm,data,js}"],
  },
  outputFileTracingExcludes: {
    "/*": [
      "./.build/**/*",
      "./.data/**/*",
      "./e2e/**/*",
      "./docs/**/*",
      "./node_modules/@img/**/*",
      "./node_modules/sharp/**/*",
    ],
  },
  // Browsers ask for it by themselves where no page has named the icon yet.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    { source: "/:path*", headers: listed(SECURITY_HEADERS) },
    { source: "/api/:path*", headers: listed(API_HEADERS) },
  ],
  experimental: {
    // 30,000 device ids (IoTDA's limit for a task) of up to 128 characters, joined by newlines, and some room.
    serverActions: { bodySizeLimit: "5mb" },
  },
  turbopack: { root: fileURLToPath(new URL("./", import.meta.url)) },
};
