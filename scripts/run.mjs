/** `npm run simulator|worker|recover-admin -- ...`: one of the programs alone, built from the sources as they are. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./parts/build.mjs";
import { ensureInstalled } from "./parts/install.mjs";
import { onParentGone } from "./parts/parent.mjs";
import { checkNode, dataDirOf, ROOT, readEnvFile } from "./parts/root.mjs";
import { main, Refusal, say } from "./parts/say.mjs";

const PROGRAMS = {
  simulator: "",
  worker: `
npm run worker: the console's background half alone. It needs DATABASE_URL, because the embedded database belongs to one
process, and the same variables as the console, which then runs with WORKER=apart. docs/operating.md says when.
`,
  "recover-admin": `
npm run recover-admin [-- EMAIL]: gives an administrator a new password and prints it once. Without EMAIL it is the
administrator who is there longest; where there are no accounts, one is made. End the console first, unless its data lies in
the PostgreSQL of DATABASE_URL.
`,
};

main(async () => {
  checkNode();
  const [program, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(PROGRAMS, program ?? "")) throw new Refusal(`One of: ${Object.keys(PROGRAMS).join(", ")}.`);
  const usage = PROGRAMS[program].trim();
  if (usage !== "" && args.some((arg) => arg === "--help" || arg === "-h")) return say(usage);
  readEnvFile();
  await ensureInstalled();
  const dataDir = dataDirOf();
  if (program !== "simulator") mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(await bundle(), `${program}.mjs`);
  const env = { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir };
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, env, stdio: "inherit" });
  // A signal that reaches only us is passed on; one that npm does not pass on shows by npm's end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  onParentGone(() => child.kill());
  child.once("close", (code) => process.exit(code ?? 1));
});
