import { respond } from "@/lib/server/respond";
import { currentSpace } from "@/lib/server/spaces";
import { taskFilter } from "@/lib/server/task-filter";
import { listTasks } from "@/lib/server/tasks";

export const GET = (request: Request) =>
  respond("look", request, async () =>
    listTasks(taskFilter(new URL(request.url).searchParams), (await currentSpace()).id),
  );
