import { listFound } from "@/lib/server/preflight/answer";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ draftId: string }> }) =>
  respond("create-task", request, async () => listFound(request, (await params).draftId));
