/** `npm test`: everything that must hold, on ports, data and build output of its own. The last line is the summary. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./parts/build.mjs";
import { findChromium } from "./parts/chromium.mjs";
import { ensureInstalled } from "./parts/install.mjs";
import { options } from "./parts/options.mjs";
import { startPostgres } from "./parts/postgres.mjs";
import { checkNode } from "./parts/root.mjs";
import { main, Refusal, say } from "./parts/say.mjs";
import { runTool } from "./parts/tool.mjs";

const USAGE = `
npm test: types, lint, unused code, unit tests, build and browser tests, in this order, and one line at the end that counts
them. It installs what is missing, a Chromium too (CHROMIUM_PATH names one), and uses a PostgreSQL where one can be had
(TEST_DATABASE_URL names one). A running console is not disturbed.
`;
const DIST = ".next-test";
/** The surroundings of whoever runs the tests must not reach them, least of all a real platform. */
const NOT_FOR_TESTS =
  /^(IOTDA_|HUAWEICLOUD_|IAM_|ADMIN_|DATABASE_URL$|DATA_DIR$|PORT$|HOST$|PUBLIC_URL$|SESSION_SECRET$|NODE_ENV$|WORKER$)/;

main(async () => {
  checkNode();
  options(USAGE);
  for (const name of Object.keys(process.env)) if (NOT_FOR_TESTS.test(name)) delete process.env[name];
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: DIST });
  await ensureInstalled();
  const results = mkdtempSync(join(tmpdir(), "fleet-test-"));
  process.once("exit", () => rmSync(results, { recursive: true, force: true }));
  process.env.CHROMIUM_PATH = findChromium();
  const postgres = await startPostgres();
  if (postgres.url) process.env.TEST_DATABASE_URL = postgres.url;

  const count = { passed: 0, failed: 0 };
  await stage(count, "types", async () => {
    const generated = await runTool("next", ["typegen"]);
    return generated && (await runTool("tsc", ["--noEmit", "--incremental", "false"]));
  });
  await stage(count, "lint", () => runTool("biome", ["check", "--error-on-warnings", "."]));
  await stage(count, "unused code", () => runTool("knip", []));
  const unit = join(results, "unit.json");
  await stage(
    count,
    "unit",
    () => runTool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`]),
    () => unitCount(unit),
  );
  await postgres.stop();
  const built = await stage(count, "build", () => ensureBuilt({ name: "test", distDir: DIST, always: true }));
  const e2e = join(results, "e2e.json");
  const env = { CONSOLE_BUILD: built ?? "", E2E_RESULTS: e2e };
  await stage(
    count,
    "browser",
    () => built && runTool("playwright", ["test"], env),
    () => browserCount(e2e),
  );

  const skipped = postgres.url ? "" : "PostgreSQL: not available, those tests ran on the embedded database only.\n";
  say(`\n${skipped}${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed > 0 ? 1 : 0;
});

/**
 * Runs one stage and counts it: as one, or as the tests that `counted` finds in its results. A stage that fails without a
 * failed test (it could not run, or broke off) counts as one failure.
 */
async function stage(count, name, run, counted = () => ({ passed: 0, failed: 0 })) {
  const began = Date.now();
  say(`\n── ${name}`);
  let answer;
  try {
    answer = await run();
  } catch (problem) {
    console.error(problem instanceof Refusal ? problem.message : problem);
  }
  const { passed, failed } = counted();
  count.passed += answer && passed === 0 ? 1 : passed;
  count.failed += !answer && failed === 0 ? 1 : failed;
  say(`── ${name}: ${answer ? "passed" : "FAILED"} in ${Math.round((Date.now() - began) / 1000)} s`);
  return answer;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function unitCount(file) {
  const { numPassedTests = 0, numFailedTests = 0 } = read(file) ?? {};
  return { passed: numPassedTests, failed: numFailedTests };
}

function browserCount(file) {
  const { expected = 0, flaky = 0, unexpected = 0 } = read(file)?.stats ?? {};
  if (flaky > 0) say(`Flaky: ${flaky} passed only when tried again.`);
  return { passed: expected + flaky, failed: unexpected };
}
