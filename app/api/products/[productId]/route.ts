import { getProduct } from "@/lib/server/products";
import { respond } from "@/lib/server/respond";

export const GET = (request: Request, { params }: { params: Promise<{ productId: string }> }) =>
  respond("look", request, async () => getProduct((await params).productId));
