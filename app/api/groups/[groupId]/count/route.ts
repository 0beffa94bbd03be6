import { countGroup } from "@/lib/server/fleet";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ groupId: string }> }) =>
  respond("look", request, async () => ({ count: await countGroup((await params).groupId) }));
