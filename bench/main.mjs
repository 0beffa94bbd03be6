/** `npm run bench`: starts a console and a simulator of its own, measures, says what it saw, and ends all of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { findChromium } from "../scripts/parts/chromium.mjs";
import { onParentGone } from "../scripts/parts/parent.mjs";
import { ROOT } from "../scripts/parts/root.mjs";
import { main, Refusal } from "../scripts/parts/say.mjs";
import { launch } from "./launch.mjs";

main(async () => {
  const built = process.env.CONSOLE_BUILD;
  if (!built) throw new Refusal("CONSOLE_BUILD must name a built console; npm run bench sees to it.");
  process.env.CHROMIUM_PATH ||= findChromium();
  const data = mkdtempSync(join(tmpdir(), "fleet-bench-"));
  // Inside the repository, where it finds the packages that are not bundled.
  const bundled = join(ROOT, ".build", `bench-${process.pid}`);
  const world = launch(built, join(data, "console"));
  const end = async (code) => {
    await world.stop();
    for (const directory of [data, bundled]) rmSync(directory, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => void end(1));
  onParentGone(() => void end(1));
  try {
    const { report } = await load(bundled);
    const withinLimits = await report({ ...(await world.ready), directory: join(data, "bench") });
    await end(withinLimits ? 0 : 1);
  } catch (problem) {
    console.error(problem);
    await end(1);
  }
});

/** The measurements, which use the console's own code: Node 20 does not run TypeScript. */
async function load(outdir) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["bench/report.ts"],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    logLevel: "error",
    packages: "external",
    alias: { "server-only": "./node_modules/server-only/empty.js" },
  });
  return import(pathToFileURL(join(outdir, "report.mjs")).href);
}
