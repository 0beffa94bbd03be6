import { respond } from "@/lib/server/respond";
import { getTask } from "@/lib/server/tasks";

export const GET = (request: Request, { params }: { params: Promise<{ taskId: string }> }) =>
  respond("look", request, async () => getTask((await params).taskId));
