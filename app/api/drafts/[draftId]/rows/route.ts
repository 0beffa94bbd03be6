import { receiveRows } from "@/lib/server/receive-rows";

export const PUT = async (request: Request, { params }: { params: Promise<{ draftId: string }> }) =>
  receiveRows(request, (await params).draftId);
