import { handRegistered } from "@/lib/server/registered/hand-registered";

export const POST = async (request: Request, { params }: { params: Promise<{ taskId: string }> }) =>
  handRegistered(request, (await params).taskId);
