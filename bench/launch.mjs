import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Refusal } from "../scripts/parts/say.mjs";

const LAUNCHER = fileURLToPath(new URL("../scripts/start.mjs", import.meta.url));
const ADMIN = { email: "admin@example.com", password: "correct horse battery staple" };
/** So slow that no task moves while it is measured. */
const SPEED = "0.05";

/**
 * Starts a built console and its simulator by the product's own launcher, on free ports. `ready` rejects with what the
 * launcher said when it ends before that.
 */
export function launch(built, dataDir) {
  const own = ["--settings", "", "--port", "0", "--simulator-port", "0", "--speed", SPEED];
  const child = fork(LAUNCHER, [...own, "--data", dataDir, "--built", built], {
    env: {
      ...process.env,
      IOTDA_ENDPOINT: "",
      DATABASE_URL: "",
      npm_lifecycle_event: "",
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C reaches us alone, and we end it in order.
    detached: process.platform !== "win32",
  });
  const words = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => words.push(String(chunk)));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const ready = new Promise((resolve, reject) => {
    child.once("message", ({ url, simulator }) =>
      resolve({ url: url.replace("localhost", "127.0.0.1"), simulator, admin: ADMIN }),
    );
    void ended.then(() => reject(new Refusal(`The console ended:\n${words.join("")}`)));
  });
  ready.catch(() => {});
  return {
    ready,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
