import { getLink } from "@/lib/server/link";
import { respond } from "@/lib/server/respond";
import { currentSpace } from "@/lib/server/spaces";

export const GET = (request: Request) => respond("look", request, async () => getLink((await currentSpace()).id));
