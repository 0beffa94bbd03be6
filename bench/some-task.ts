import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import { routes } from "@/lib/routes";
import { isTaskType, type TaskType } from "@/lib/tasks/task-type";
import type { Browser } from "./world";

/** A task of the seeded history, by our id and the platform's. `listed`: rows in the plain list. */
export type SomeTask = { id: string; platformId: string; type: TaskType; listed: number };

const list = z.object({
  rows: z.array(z.object({ id: z.string(), platformId: z.nullable(z.string()), type: z.string() })),
});
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Waits until the worker has found the tasks of the history and no more are coming. */
export async function someTask(browser: Browser): Promise<SomeTask> {
  let before = 0;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    const { rows } = list.parse((await browser.ask(routes.api.tasks(""))).json);
    if (rows.length > 0 && rows.length === before) return pick(rows);
    before = rows.length;
  }
  throw new Error("The console found no tasks on the simulator");
}

/** One of the type with the most tasks, so that the platform's list, which is of one type, is as long as can be. */
function pick(rows: z.infer<typeof list>["rows"]): SomeTask {
  const count = (type: string) => rows.filter((row) => row.type === type).length;
  const [first] = rows.toSorted((a, b) => count(b.type) - count(a.type));
  if (first === undefined || first.platformId === null || !isTaskType(first.type))
    throw new Error("The first task of the list is not on the platform");
  return { id: first.id, platformId: first.platformId, type: first.type, listed: rows.length };
}
