import "server-only";
import { countTasks, firstRows } from "@/lib/db/task-list";
import type { OverviewView } from "@/lib/tasks/view";
import { listDrafts } from "./intake/drafting";
import { getLink } from "./link";
import { runtime } from "./runtime";
import { askingOf } from "./tasks";

const SHOWN = 10;

/** What is going on in a space, from our database. */
export async function getOverview(spaceId: string): Promise<OverviewView> {
  const { database, now } = await runtime();
  const asking = askingOf(spaceId, now());
  const first = (tab: "attention" | "running" | "scheduled" | "finished") => firstRows(database, tab, SHOWN, asking);
  return {
    attention: await first("attention"),
    running: await first("running"),
    starting: await first("scheduled"),
    finished: await first("finished"),
    counts: await countTasks(database, asking),
    drafts: await listDrafts(database, spaceId, SHOWN),
    link: await getLink(spaceId),
  };
}
