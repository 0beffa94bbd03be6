/**
 * Who may import whom. scripts/zones.mjs makes the import zones of biome.json from it.
 *
 * The zones are disjoint on purpose: where two overrides of Biome match one file, the last replaces the first.
 */

const VOCABULARY = [
  "lib/tasks",
  "lib/rollouts",
  "lib/access",
  "lib/fleet",
  "lib/failure",
  "lib/json",
  "lib/once",
  "lib/routes",
  "lib/secret",
  "lib/bell",
];

/** Everything of ours that can be imported: folders, and the single files of lib. */
export const AREAS = [
  ...VOCABULARY,
  "lib/env",
  "lib/logger",
  "lib/iotda",
  "lib/db",
  "lib/target-files",
  "lib/product-model",
  "lib/queries",
  "lib/task-types",
  "lib/server",
  "lib/worker",
  "lib/i18n",
  "components/ui",
  "components",
  "app",
  "simulator",
  "e2e",
  "bench",
  "scripts",
];

const BROWSER = ["react", "react/**", "react-dom", "react-dom/**", "react-hook-form", "@tanstack/**"];
const NEXT = ["next", "next/**"];
const PLAIN = [...BROWSER, ...NEXT, "use-intl", "use-intl/**", "radix-ui"];
const NOT_BUILT_IN = ["*", "*/**", "!node:*", "!node:*/**", "!.", "!..", "!./**", "!../**"];

/**
 * One zone: its files, a file of it for the tests, what else of ours it may import, and which packages it may not.
 * Everything of ours that is not named in `may` is forbidden.
 */
export const ZONES = [
  {
    name: "app",
    files: ["app/**"],
    sample: "app/(console)/sample.tsx",
    may: [...VOCABULARY, "lib/queries", "lib/task-types", "lib/server", "lib/i18n", "components/ui", "components"],
    why: "Routes compose components and go through lib/server.",
  },
  {
    name: "root",
    files: ["instrumentation.ts", "proxy.ts"],
    sample: "instrumentation.ts",
    may: [...VOCABULARY, "lib/env", "lib/logger", "lib/server", "lib/worker"],
    why: "The process starts lib/server and lib/worker, nothing below them.",
  },
  {
    name: "components/ui",
    files: ["components/ui/**"],
    sample: "components/ui/sample.tsx",
    may: ["lib/i18n"],
    packages: [...NEXT.slice(0, 1), "@tanstack/react-query", "react-hook-form"],
    why: "The kit has never heard of a task.",
  },
  {
    name: "components",
    files: ["components/**", "!components/ui/**"],
    sample: "components/tasks/sample.tsx",
    may: [
      ...VOCABULARY,
      "lib/target-files",
      "lib/product-model",
      "lib/queries",
      "lib/task-types",
      "lib/i18n",
      "components/ui",
    ],
    why: "Client code reaches the server through an action handed in, or /api.",
  },
  {
    name: "vocabulary",
    files: ["lib/*.ts", "!lib/env.test.ts", "lib/tasks/**", "lib/rollouts/**", "lib/access/**", "lib/fleet/**"],
    sample: "lib/tasks/sample.ts",
    may: VOCABULARY,
    packages: PLAIN,
    why: "The vocabulary depends on nothing.",
  },
  {
    name: "lib/iotda",
    files: ["lib/iotda/**"],
    sample: "lib/iotda/sample.ts",
    may: [...VOCABULARY, "lib/env"],
    packages: PLAIN,
    why: "The door to the platform does not know what is carried through it.",
  },
  {
    name: "lib/db",
    files: ["lib/db/**"],
    sample: "lib/db/sample.ts",
    may: VOCABULARY,
    packages: PLAIN,
    why: "The database knows the vocabulary and nothing else.",
  },
  {
    name: "lib/target-files",
    files: ["lib/target-files/**"],
    sample: "lib/target-files/sample.ts",
    may: VOCABULARY,
    packages: PLAIN,
    why: "Files in and out run in the browser, in its worker and on the server.",
  },
  {
    name: "lib/product-model",
    files: ["lib/product-model/**"],
    sample: "lib/product-model/sample.ts",
    may: VOCABULARY,
    packages: PLAIN,
    why: "A product's model becomes a schema, wherever it is asked.",
  },
  {
    name: "lib/queries",
    files: ["lib/queries/**"],
    sample: "lib/queries/sample.ts",
    may: VOCABULARY,
    packages: NEXT,
    why: "Queries ask /api and nothing else.",
  },
  {
    name: "lib/task-types (definitions)",
    files: ["lib/task-types/**/*.ts"],
    sample: "lib/task-types/firmware-upgrade/sample.ts",
    may: [...VOCABULARY, "lib/iotda", "lib/target-files", "lib/product-model"],
    packages: PLAIN,
    why: "A definition is plain: it runs in the browser, on the server and in the worker.",
  },
  {
    name: "lib/task-types (fields)",
    files: ["lib/task-types/**/*.tsx"],
    sample: "lib/task-types/firmware-upgrade/sample.tsx",
    may: [...VOCABULARY, "lib/target-files", "lib/product-model", "lib/queries", "lib/i18n", "components/ui"],
    packages: NEXT,
    why: "A task type's own fields use the kit and nothing else of components.",
  },
  {
    name: "lib/server",
    files: ["lib/server/**"],
    sample: "lib/server/sample.ts",
    may: [
      ...VOCABULARY,
      "lib/env",
      "lib/logger",
      "lib/iotda",
      "lib/db",
      "lib/target-files",
      "lib/product-model",
      "lib/task-types",
      "lib/i18n",
    ],
    packages: ["@tanstack/**", "react-hook-form"],
    why: "The server answers; it asks neither itself nor the worker.",
  },
  {
    name: "lib/worker",
    files: ["lib/worker/**"],
    sample: "lib/worker/sample.ts",
    may: [
      ...VOCABULARY,
      "lib/env",
      "lib/logger",
      "lib/iotda",
      "lib/db",
      "lib/target-files",
      "lib/product-model",
      "lib/task-types",
    ],
    packages: PLAIN,
    why: "The worker is a process of its own, not a request of Next's.",
  },
  {
    name: "lib/i18n",
    files: ["lib/i18n/**"],
    sample: "lib/i18n/sample.ts",
    may: VOCABULARY,
    why: "Words know the vocabulary and nothing else.",
  },
  {
    name: "simulator",
    files: ["simulator/**"],
    sample: "simulator/platform/sample.ts",
    may: [],
    packages: PLAIN,
    why: "The simulator is an independent witness: it shares no code, not even types.",
  },
  {
    name: "e2e",
    files: ["e2e/**"],
    sample: "e2e/sample.ts",
    may: [],
    packages: PLAIN,
    why: "The examiner sees only what a browser and HTTP can see.",
  },
  {
    name: "bench",
    files: ["bench/**"],
    sample: "bench/sample.mjs",
    may: [
      ...VOCABULARY,
      "lib/iotda",
      "lib/db",
      "lib/target-files",
      "lib/task-types",
      "lib/server",
      "lib/worker",
      "scripts",
    ],
    packages: PLAIN,
    why: "The bench measures pages from outside and the server's own verbs, and nothing of the screen.",
  },
  {
    name: "scripts",
    // bundle.mjs runs when everything is installed.
    files: ["scripts/**/*.mjs", "!scripts/bundle.mjs"],
    sample: "scripts/sample.mjs",
    may: [],
    packages: NOT_BUILT_IN,
    why: "Scripts run before anything is installed: Node's own modules only.",
  },
  {
    name: "scripts (tests)",
    files: ["scripts/**/*.ts"],
    sample: "scripts/sample.test.ts",
    may: [],
    packages: PLAIN,
    why: "Tests of the scripts look at the scripts only.",
  },
];
