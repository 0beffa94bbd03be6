/** `npm start`: from a fresh clone to a running console. Ends everything that it started, however it ends itself. */
import { join, resolve } from "node:path";
import { ensureBuilt, markInUse } from "./parts/build.mjs";
import { startConsole } from "./parts/console.mjs";
import { ensureDataDir, notePrograms, takeDataDir } from "./parts/data-dir.mjs";
import { checkEnvironment } from "./parts/environment.mjs";
import { ensureInstalled } from "./parts/install.mjs";
import { options } from "./parts/options.mjs";
import { simulatorArgs, simulatorEnv, startSimulator, wantsSimulator } from "./parts/platform.mjs";
import { checkPort, freePort } from "./parts/ports.mjs";
import { checkNode, dataDirOf, readEnvFile } from "./parts/root.mjs";
import { main, Refusal, say } from "./parts/say.mjs";
import { endTogether } from "./parts/together.mjs";

const USAGE = `
npm start: installs what is missing, builds when the sources changed, starts the simulator where IOTDA_ENDPOINT is not
set, and serves the console on PORT (3000). Ctrl-C ends all of it. docs/connecting.md names every variable.
`;

main(async () => {
  checkNode();
  const given = options(USAGE, {
    port: ["PORT", "instead of the variable PORT; 0 takes a free one"],
    data: ["DIR", "instead of the variable DATA_DIR"],
    seed: ["N", "of the simulator: the same seed makes the same fleet"],
    devices: ["N", "of the simulator: size of the fleet"],
    speed: ["N", "of the simulator: divides device and retry durations"],
    signing: ["WAY", "of the simulator: any, basic, derived or token"],
    "simulator-port": ["PORT", "of the simulator, instead of 4010 or a free one"],
    settings: ["FILE", "variables to read instead of .env; an empty word reads none"],
    built: ["DIR", "serves that build, whatever the sources are"],
  });
  readEnvFile(given.settings);
  const dataDir = dataDirOf(given.data);
  const host = process.env.HOST || "0.0.0.0";
  ensureDataDir(dataDir);
  const letGo = await takeDataDir(dataDir);
  const together = endTogether(letGo);
  const port = await portOf(given.port ?? process.env.PORT, host);
  process.env.PORT = String(port);

  await ensureInstalled();
  const built = given.built
    ? resolve(given.built)
    : await ensureBuilt({ check: (directory) => checkEnvironment(join(directory, "programs")) });
  if (given.built) await checkEnvironment(join(built, "programs"));
  markInUse(built);

  const simulator = wantsSimulator()
    ? together.add(
        "The simulator",
        await startSimulator({
          file: join(built, "programs", "simulator.mjs"),
          args: simulatorArgs(given),
          state: join(dataDir, "simulator.state"),
          port: given["simulator-port"],
        }),
      )
    : null;
  notePrograms(dataDir, together.pids());
  const env = simulator ? simulatorEnv(simulator.ready) : {};
  const server = together.add("The console", startConsole({ built, env, port, host, dataDir }));
  notePrograms(dataDir, together.pids());
  const firstAdmin = await server.ready;

  const url = `http://localhost:${port}`;
  announce({ url, dataDir, simulator, firstAdmin });
  process.send?.({ kind: "ready", url, simulator: simulator?.ready ?? null, pids: { console: server.pid } });
});

async function portOf(text = "3000", host) {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Refusal("PORT must be a whole number from 1 to 65535.");
  if (Number(text) === 0) return freePort(0, host);
  await checkPort(Number(text), host);
  return Number(text);
}

function announce({ url, dataDir, simulator, firstAdmin }) {
  say(`\nThe console is running.\n`);
  say(`  Address   ${url}`);
  if (firstAdmin?.password) {
    say(`  Email     ${firstAdmin.email}`);
    say(`  Password  ${firstAdmin.password}   (shown only now; change it under Account)`);
  } else {
    say(
      `  Sign in   with ${firstAdmin ? `${firstAdmin.email} and ADMIN_PASSWORD` : "your account; npm run recover-admin lets an administrator in again"}`,
    );
  }
  say(
    `  Platform  ${simulator ? `the simulator on ${simulator.ready.endpoint}: IOTDA_ENDPOINT is not set` : process.env.IOTDA_ENDPOINT}`,
  );
  say(`  Data      ${dataDir}`);
  say(`\nCtrl-C ends it.`);
}
