import "server-only";
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { type Bell, bell } from "@/lib/bell";
import type { OpenDatabase } from "@/lib/db/database";
import { openDatabase } from "@/lib/db/open";
import { createSealing, rowsKey, type Sealing } from "@/lib/db/sealing";
import { type Env, parseEnv } from "@/lib/env";
import { createIotda } from "@/lib/iotda/client";
import type { Iotda } from "@/lib/iotda/iotda";
import { outboundFetch } from "@/lib/iotda/proxy-fetch";
import { createLogger } from "@/lib/logger";
import { once } from "@/lib/once";
import { operatorTemplate } from "@/lib/target-files/operator-template";
import type { ListSource } from "@/lib/target-files/source";
import type { TaskType } from "@/lib/tasks/task-type";

/** What the server's verbs stand on. `now` is in epoch milliseconds. */
export type Runtime = {
  env: Env;
  iotda: Iotda;
  logger: Logger;
  bell: Bell;
  sealing: Sealing;
  /** The official workbook of a task type where an operator has put one. */
  template: (type: TaskType) => Promise<ListSource | null>;
  now: () => number;
  newId: () => string;
} & OpenDatabase;

/**
 * The one place that knows the environment, made at the first question and kept for the process. Rejects with
 * `EnvError` or `DatabaseBusyError`, whose messages are for the person who started us.
 */
export const runtime = once("runtime", assemble);

async function assemble(): Promise<Runtime> {
  // Pages are collected during the build; a build must neither make nor lock a database.
  if (process.env.NEXT_PHASE === "phase-production-build") throw new Error("The database is not opened by a build");
  const env = parseEnv(process.env);
  const logger = createLogger(env.logLevel);
  const at = "url" in env.database ? { url: env.database.url.reveal() } : env.database;
  const opened = await openDatabase(at, {
    onError: (error) => logger.error({ error: error.message }, "a database connection broke"),
  });
  const iotda = createIotda({
    platform: env.platform,
    fetch: outboundFetch(env.outboundProxy),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  });
  const sealing = createSealing(() => rowsKey(env.dataKey, env.dataDir));
  const template = (type: TaskType) => operatorTemplate(env.templatesDir, type);
  return { ...opened, env, iotda, logger, sealing, template, bell: bell(), now: Date.now, newId: randomUUID };
}
