import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.mjs";
import { say } from "./say.mjs";

const NONE = { url: undefined, stop: async () => {} };
const PATIENCE_MS = 30_000;

/**
 * A PostgreSQL for the tests: the one of TEST_DATABASE_URL, else one of this machine on a directory of its own, else one
 * that is installed (as root, where apt-get is). Where there is none it says so, and the answer has no `url`.
 */
export async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return { ...NONE, url: process.env.TEST_DATABASE_URL };
  const programs = findPrograms() ?? installed();
  const server = programs && (await start(programs).catch(() => undefined));
  if (server) return server;
  say("PostgreSQL: not available, those tests ran on the embedded database only.");
  return NONE;
}

function findPrograms() {
  const extension = process.platform === "win32" ? ".exe" : "";
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
    "/opt/homebrew/opt/postgresql/bin",
  ];
  return places.find((place) => ["initdb", "postgres"].every((name) => existsSync(join(place, `${name}${extension}`))));
}

function installed() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "--yes", "--no-install-recommends", "postgresql"];
  for (const args of [["update"], install]) spawnSync("apt-get", args, { stdio: "ignore", env, timeout: 240_000 });
  return findPrograms();
}

async function start(programs) {
  const account = unprivileged();
  const home = mkdtempSync(join(tmpdir(), "fleet-postgres-"));
  const data = join(home, "data");
  mkdirSync(data, { mode: 0o700 });
  if (account) for (const path of [home, data]) chownSync(path, account.uid, account.gid);
  const port = await freePort();
  const as = { ...account, cwd: home, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } };
  const remove = () => rmSync(home, { recursive: true, force: true });

  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "fleet", "-A", "trust", "-E", "UTF8", "-N"], {
    ...as,
    stdio: "ignore",
    timeout: PATIENCE_MS,
  });
  if (made.status !== 0) return remove();
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories="];
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    ...as,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("close", resolve).once("error", resolve));
  const stop = async () => {
    process.removeListener("exit", kill);
    server.kill("SIGINT");
    await ended;
    remove();
  };
  const kill = () => {
    server.kill("SIGKILL");
    remove();
  };
  process.once("exit", kill);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && server.exitCode === null; await sleep(100))
    if (await listens(port)) return { url: `postgres://fleet@127.0.0.1:${port}/postgres`, stop };
  await stop();
  return undefined;
}

/** PostgreSQL refuses to run as root: the account it was installed with, else nobody's. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag, name) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || Number.NaN);
  return ["postgres", "nobody"]
    .map((name) => ({ uid: idOf("-u", name), gid: idOf("-g", name) }))
    .find(({ uid, gid }) => uid > 0 && gid >= 0);
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => done(true)).once("error", () => done(false));
  });
}
