import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, type Simulator, type World } from "./launch";

/** The environment that leads a console to this simulator as to any platform. */
export const settingsFor = (simulator: Simulator): Record<string, string> => ({
  IOTDA_ENDPOINT: simulator.endpoint,
  IOTDA_REGION: simulator.region,
  IOTDA_INSTANCE_ID: simulator.instance,
  HUAWEICLOUD_SDK_PROJECT_ID: simulator.project,
  HUAWEICLOUD_SDK_AK: simulator.ak,
  HUAWEICLOUD_SDK_SK: simulator.sk,
});

/** A console that dies and comes back on the same data, while the platform goes on. */
export type Mortal = {
  world: World;
  /** SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again; with `aheadMs` its clock is that much ahead of the real one. */
  revive(aheadMs?: number): Promise<void>;
  end(): Promise<void>;
};

export async function mortalConsole(simulator: Simulator): Promise<Mortal> {
  const dataDir = mkdtempSync(join(tmpdir(), "fleet-e2e-mortal-"));
  const start = (aheadMs: number) =>
    launch({
      dataDir,
      env: {
        ...settingsFor(simulator),
        NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "clock-ahead.mjs")).href}`,
        E2E_CLOCK_AHEAD_MS: String(aheadMs),
      },
    });
  const mortal = {
    world: await start(0),
    kill: () => mortal.world.crash(),
    async revive(aheadMs = 0) {
      mortal.world = await start(aheadMs);
    },
    async end() {
      await mortal.world.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return mortal;
}
