import { randomUUID } from "node:crypto";
import { createBell } from "@/lib/bell";
import { openDatabase } from "@/lib/db/open";
import { createSealing, rowsKey } from "@/lib/db/sealing";
import { EnvError, parseEnv } from "@/lib/env";
import { createIotda } from "@/lib/iotda/client";
import { outboundFetch } from "@/lib/iotda/proxy-fetch";
import { createLogger } from "@/lib/logger";
import { operatorTemplate } from "@/lib/target-files/operator-template";
import type { TaskType } from "@/lib/tasks/task-type";
import { startWorker } from "./loop";

/** Nobody can ring a worker in another process: it looks this often. */
const LONGEST_WAIT_MS = 1_000;
const PATIENCE_MS = 10_000;

/** The worker as a program of its own, beside any number of consoles and other workers on one PostgreSQL. */
async function main(): Promise<void> {
  const env = parseEnv(process.env);
  if (!("url" in env.database))
    throw new EnvError(["DATABASE_URL is not set: a worker apart shares a PostgreSQL with the console."]);
  const logger = createLogger(env.logLevel);
  const { database, close } = await openDatabase(
    { url: env.database.url.reveal() },
    { onError: (error) => logger.error({ error: error.message }, "a database connection broke") },
  );
  const iotda = createIotda({
    platform: env.platform,
    fetch: outboundFetch(env.outboundProxy),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  });
  const holder = `${process.pid}-${randomUUID()}`;
  const deps = {
    database,
    iotda,
    logger,
    bell: createBell(),
    sealing: createSealing(() => rowsKey(env.dataKey, env.dataDir)),
    template: (type: TaskType) => operatorTemplate(env.templatesDir, type),
    now: Date.now,
    random: Math.random,
    newId: randomUUID,
    holder,
  };
  const worker = startWorker(deps, { longestWaitMs: LONGEST_WAIT_MS });
  logger.info({ holder }, "the worker runs");

  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([worker.stop().then(close), patience]);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(signal, () => void end());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
