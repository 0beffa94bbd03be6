import { orderPreflight } from "@/lib/server/preflight/answer";
import { preflightOf } from "@/lib/server/preflight/preflight";
import { respond } from "@/lib/server/respond";

type Params = { params: Promise<{ draftId: string }> };

export const GET = (request: Request, { params }: Params) =>
  respond("create-task", request, async () => preflightOf((await params).draftId));

export const POST = async (request: Request, { params }: Params) => orderPreflight(request, (await params).draftId);
