import { listProducts } from "@/lib/server/products";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request) => respond("look", request, async () => ({ items: await listProducts() }));
