import "server-only";
import { unwrap } from "@/lib/failure";
import type { Product } from "@/lib/fleet/fleet";
import type { ProductModel } from "@/lib/fleet/product-model";
import { once } from "@/lib/once";
import { createPollCache } from "./poll-cache";
import { readPages } from "./read-pages";
import { runtime } from "./runtime";
import { currentSpace } from "./spaces";

const TTL_MS = 60_000;
/** IoTDA reference: limits, 1,000 products an instance. */
const MAX_PAGES = 20;

const caches = once("products", () => ({
  lists: createPollCache<readonly Product[]>({ ttlMs: TTL_MS, now: Date.now }),
  models: createPollCache<ProductModel>({ ttlMs: TTL_MS, now: Date.now }),
}));

/** Every product of a resource space. */
async function productsOf(spaceId: string): Promise<readonly Product[]> {
  const { iotda } = await runtime();
  return caches().lists.get(spaceId, async () => {
    const { items } = await readPages((paging) => iotda.listProducts({ spaceId, ...paging }), MAX_PAGES);
    return items;
  });
}

/** Every product of the current space. */
export const listProducts = async (): Promise<readonly Product[]> => productsOf((await currentSpace()).id);

/** A product with its model, as the current space has it. Throws `missing` where it has none. */
export async function getProduct(productId: string): Promise<ProductModel> {
  const { iotda } = await runtime();
  const { id: spaceId } = await currentSpace();
  return caches().models.get(`${spaceId} ${productId}`, async () =>
    unwrap(await iotda.showProduct({ spaceId, productId })),
  );
}
