import { getOverview } from "@/lib/server/overview";
import { respond } from "@/lib/server/respond";
import { currentSpace } from "@/lib/server/spaces";

export const GET = (request: Request) => respond("look", request, async () => getOverview((await currentSpace()).id));
