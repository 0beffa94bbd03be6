import { listDeviceIds } from "@/lib/server/devices";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request) =>
  respond("look", request, () => listDeviceIds(new URL(request.url).searchParams));
