import { ok } from "@/lib/failure";
import type { Connection } from "./connection";
import { get, given } from "./get";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import { toProduct } from "./to-fleet";
import { toService } from "./to-model";
import { wireProducts } from "./wire-fleet";
import { wireModel } from "./wire-model";

/** The operations that read products. One product may live in several spaces, so the space is always told. */
export const productOperations = (connection: Connection): Pick<Iotda, "listProducts" | "showProduct"> => ({
  async listProducts({ spaceId, ...paging }) {
    const query = [...given("app_id", spaceId), ...pagingQuery(paging)];
    const result = await connection.read(get("ListProducts", ["products"], query), wireProducts);
    return result.ok ? ok(toPage(result.value, paging, toProduct)) : result;
  },
  async showProduct({ spaceId, productId }) {
    const call = get("ShowProduct", ["products", productId], given("app_id", spaceId), "product");
    const result = await connection.read(call, wireModel);
    if (!result.ok) return result;
    return ok({ ...toProduct(result.value), services: result.value.service_capabilities.map(toService) });
  },
});
