import { getPackage } from "@/lib/server/packages";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ packageId: string }> }) =>
  respond("look", request, async () => getPackage((await params).packageId));
