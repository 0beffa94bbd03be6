import { respond } from "@/lib/server/respond";
import { getAction } from "@/lib/server/tasks";

type Context = { params: Promise<{ taskId: string; actionId: string }> };

export const GET = (request: Request, { params }: Context) =>
  respond("look", request, async () => {
    const { taskId, actionId } = await params;
    return getAction(taskId, actionId);
  });
