import { respond } from "@/lib/server/respond";
import { getSubTasks } from "@/lib/server/sub-tasks";
import { subTaskFilter } from "@/lib/server/task-filter";

export const GET = (request: Request, { params }: { params: Promise<{ taskId: string }> }) =>
  respond("look", request, async () =>
    getSubTasks((await params).taskId, subTaskFilter(new URL(request.url).searchParams)),
  );
