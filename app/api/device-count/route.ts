import { countDevices } from "@/lib/server/devices";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request) =>
  respond("look", request, async () => ({ count: await countDevices(new URL(request.url).searchParams) }));
