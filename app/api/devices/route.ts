import { listDevices } from "@/lib/server/devices";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request) => respond("look", request, () => listDevices(new URL(request.url).searchParams));
