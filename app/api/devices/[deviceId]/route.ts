import { getDevice } from "@/lib/server/devices";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ deviceId: string }> }) =>
  respond("look", request, async () => getDevice((await params).deviceId));
