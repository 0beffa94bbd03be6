import { receiveTargets } from "@/lib/server/receive-targets";

export const PUT = async (request: Request, { params }: { params: Promise<{ draftId: string }> }) =>
  receiveTargets(request, (await params).draftId);
