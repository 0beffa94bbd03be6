import { unwrap } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { routes } from "@/lib/routes";
import { type Case, interleaved, timed } from "./measure";
import { printComparison } from "./print";
import type { SomeTask } from "./some-task";
import type { Browser } from "./world";

const RUN = { rounds: 150, warmUps: 15 };
const TRIES = 20;

/** The same route with and without the etag of the answer before. */
function ours(browser: Browser, path: string): { whole: Case; notModified: Case } {
  let known = "";
  return {
    whole: () =>
      timed(async () => {
        known = (await browser.ask(path)).etag;
      }),
    async notModified() {
      for (let tries = 0; tries < TRIES; tries += 1) {
        let status = 0;
        const took = await timed(async () => {
          const answer = await browser.ask(path, known);
          known = answer.etag;
          status = answer.status;
        });
        if (status === 304) return took;
      }
      throw new Error(`${path} never answered 304`);
    },
  };
}

/** What it costs to ask our route instead of the platform. */
export async function reads(browser: Browser, iotda: Iotda, spaceId: string, task: SomeTask): Promise<void> {
  const list = ours(browser, routes.api.tasks(""));
  const ofType = { spaceId, type: task.type, limit: 50 };
  const listed = await interleaved(
    [
      () => timed(async () => unwrap(await iotda.listTasks(ofType))),
      list.whole,
      list.notModified,
      () => timed(() => browser.ask(routes.api.health())),
    ],
    RUN,
  );
  const { items } = unwrap(await iotda.listTasks(ofType));
  printComparison({
    title: "List: our GET route over a direct signed call",
    direct: { name: `ListBatchTasks, ${items.length} tasks of one type`, times: listed[0] ?? [] },
    ours: [
      { name: `GET /api/tasks, ${task.listed} tasks of all types`, times: listed[1] ?? [] },
      { name: "GET /api/tasks, 304", times: listed[2] ?? [] },
      { name: "GET /api/health: the least that an answer of ours costs", times: listed[3] ?? [] },
    ],
  });

  const one = ours(browser, routes.api.task(task.id));
  const asked = { taskId: task.platformId, limit: 1 };
  const shown = await interleaved(
    [() => timed(async () => unwrap(await iotda.showTask(asked))), one.whole, one.notModified],
    RUN,
  );
  printComparison({
    title: "Task: our GET route over a direct signed call",
    direct: { name: "ShowBatchTask, one sub-task", times: shown[0] ?? [] },
    ours: [
      { name: "GET /api/tasks/[id], 200", times: shown[1] ?? [] },
      { name: "GET /api/tasks/[id], 304", times: shown[2] ?? [] },
    ],
  });
}
