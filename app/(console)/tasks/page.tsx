import type { Metadata } from "next";
import { TaskList } from "@/components/tasks/task-list";
import { may } from "@/lib/access/permissions";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { currentSpace } from "@/lib/server/spaces";
import { listTasks } from "@/lib/server/tasks";
import { parseFilter } from "@/lib/tasks/filter";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("tasks");
  return { title: words("title") };
}

export default async function Page({ searchParams }: PageProps<"/tasks">) {
  const operator = await requirePageOperator("look");
  const asked = await searchParams;
  const filter = parseFilter((name) => [asked[name]].flat()[0]);
  const space = await currentSpace();
  const initial = await listTasks(filter, space.id);
  return (
    <Messages only={["tasks"]}>
      <TaskList filter={filter} initial={initial} mayCreate={may(operator.role, "create-task")} />
    </Messages>
  );
}
