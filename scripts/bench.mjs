/** `npm run bench`: runs bench/main.mjs against the built console, on ports and data of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./parts/build.mjs";
import { ensureInstalled } from "./parts/install.mjs";
import { options } from "./parts/options.mjs";
import { checkNode, ROOT } from "./parts/root.mjs";
import { main } from "./parts/say.mjs";

const USAGE = `
npm run bench: first-load JavaScript of each page, and what our GET route and a submission cost over a direct signed call.
It builds where the sources changed and starts a console and a simulator of its own; a running console is not disturbed.
`;

main(async () => {
  checkNode();
  options(USAGE);
  await ensureInstalled();
  const env = { ...process.env, CONSOLE_BUILD: await ensureBuilt() };
  const child = spawn(process.execPath, [join("bench", "main.mjs")], { cwd: ROOT, env, stdio: "inherit" });
  child.once("close", (code) => process.exit(code ?? 1));
});
