import { listGroups } from "@/lib/server/fleet";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request) => respond("look", request, async () => ({ items: await listGroups() }));
