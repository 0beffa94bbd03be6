import { getDraft } from "@/lib/server/drafts";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ draftId: string }> }) =>
  respond("create-task", request, async () => getDraft((await params).draftId));
