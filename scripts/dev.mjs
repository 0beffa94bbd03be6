/** `npm run dev`: the console from its sources, with a simulator, on data of its own. */
import { join } from "node:path";
import { startChild } from "./parts/child.mjs";
import { ensureDataDir, notePrograms, takeDataDir } from "./parts/data-dir.mjs";
import { ensureInstalled } from "./parts/install.mjs";
import { options } from "./parts/options.mjs";
import { simulatorArgs, simulatorEnv, startSimulator, wantsSimulator } from "./parts/platform.mjs";
import { checkPort } from "./parts/ports.mjs";
import { checkNode, dataDirOf, ROOT, readEnvFile } from "./parts/root.mjs";
import { main, say } from "./parts/say.mjs";
import { endTogether } from "./parts/together.mjs";

const USAGE = `
npm run dev: serves the console from its sources and shows changes at once, with a simulator from its sources too where
IOTDA_ENDPOINT is not set. Its data lies in .data/dev, so that it runs beside npm start (with another port).
`;
const ADMIN = { ADMIN_EMAIL: "dev@localhost.test", ADMIN_PASSWORD: "development only" };

main(async () => {
  checkNode();
  const given = options(USAGE, {
    port: ["PORT", "instead of the variable PORT or 3000"],
    data: ["DIR", "instead of the variable DATA_DIR or .data/dev"],
    seed: ["N", "of the simulator: the same seed makes the same fleet"],
    devices: ["N", "of the simulator: size of the fleet"],
    speed: ["N", "of the simulator: divides device and retry durations"],
    signing: ["WAY", "of the simulator: any, basic, derived or token"],
  });
  readEnvFile();
  const dataDir = dataDirOf(given.data ?? (process.env.DATA_DIR || join(".data", "dev")));
  const port = given.port ?? (process.env.PORT || "3000");
  ensureDataDir(dataDir);
  const together = endTogether(await takeDataDir(dataDir));
  await checkPort(Number(port), "0.0.0.0");
  await ensureInstalled();

  const simulator = wantsSimulator()
    ? together.add(
        "The simulator",
        await startSimulator({
          file: join(ROOT, "simulator", "main.ts"),
          execArgv: ["--import", "tsx"],
          args: simulatorArgs(given),
          state: join(dataDir, "simulator.state"),
        }),
      )
    : null;
  const admin = process.env.ADMIN_EMAIL ? {} : ADMIN;
  const server = startChild(join(ROOT, "node_modules", "next", "dist", "bin", "next"), {
    args: ["dev", "--port", port],
    env: {
      ...process.env,
      ...admin,
      ...(simulator ? simulatorEnv(simulator.ready) : {}),
      NEXT_TELEMETRY_DISABLED: "1",
      DATA_DIR: dataDir,
      PORT: port,
    },
  });
  together.add("The console", server);
  notePrograms(dataDir, together.pids());
  if (admin === ADMIN) say(`Sign in with ${ADMIN.ADMIN_EMAIL} and the password: ${ADMIN.ADMIN_PASSWORD}`);
});
