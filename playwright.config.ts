import { defineConfig } from "@playwright/test";

const results = process.env.E2E_RESULTS;
/** Every patience is multiplied by it: a machine that does much else at the same time is no reason to fail. */
const patience = Number(process.env.E2E_PATIENCE ?? 2);

export default defineConfig({
  testDir: "e2e",
  outputDir: ".build/browser-results",
  // The specs share one console and one simulator, and two cores share everything.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stand still for longer than any patience; what passes only then is named as flaky.
  retries: 1,
  timeout: 60_000 * patience,
  expect: { timeout: 10_000 * patience },
  reporter: results ? [["list"], ["json", { outputFile: results }]] : [["list"]],
  use: {
    // Neither UTC nor the zone of whoever wrote the code.
    timezoneId: "America/Denver",
    locale: "en-US",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000 * patience,
    navigationTimeout: 20_000 * patience,
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
