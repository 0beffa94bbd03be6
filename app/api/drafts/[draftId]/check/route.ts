import { checkTargets } from "@/lib/server/check-targets";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ draftId: string }> }) =>
  respond("create-task", request, async () => checkTargets((await params).draftId));
