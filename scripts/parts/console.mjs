import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./child.mjs";
import { Refusal } from "./say.mjs";

const PATIENCE_MS = 120_000;
const GRACE_MS = 2_000;

/**
 * Starts a built console. `ready` resolves when it answers, with who was made at the first start or null:
 * `{ email, password }`, the password only when it was made up. `why` is the sentence that it handed over before it ended.
 */
export function startConsole({ built, env, port, host, dataDir }) {
  let firstAdmin = null;
  let failure = null;
  const program = startChild(join(built, "console", "server.js"), {
    cwd: join(built, "console"),
    env: {
      ...process.env,
      ...env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // Next would cut the clean-up short: it exits as soon as the last request is answered.
      NEXT_MANUAL_SIG_HANDLE: "true",
      DATA_DIR: dataDir,
      PORT: String(port),
      HOSTNAME: host,
    },
    onMessage: (message) => {
      if (message?.kind === "first-admin") firstAdmin = { email: message.email, password: message.password };
      if (message?.kind !== "failed") return;
      failure = String(message.message);
      setTimeout(() => program.child.kill(), GRACE_MS).unref();
    },
  });
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const ready = untilHealthy(`http://${reachable}:${port}/api/health`).then(() => firstAdmin);
  return { ...program, ready, why: () => failure };
}

async function untilHealthy(url) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) if (await answers(url)) return;
  throw new Refusal(`The console did not answer within ${PATIENCE_MS / 1000} seconds.`);
}

/** A first question may be swallowed by a server that is just starting, so none is waited for longer than this. */
async function answers(url) {
  const asking = new AbortController();
  const timer = setTimeout(() => asking.abort(), 2_000);
  try {
    const response = await fetch(url, { signal: asking.signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
