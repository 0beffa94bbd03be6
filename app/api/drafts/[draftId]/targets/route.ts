import { handTargets } from "@/lib/server/hand-targets";
import { receiveTargets } from "@/lib/server/receive-targets";

type Params = { params: Promise<{ draftId: string }> };

export const GET = async (_: Request, { params }: Params) => handTargets((await params).draftId);

export const PUT = async (request: Request, { params }: Params) => receiveTargets(request, (await params).draftId);
