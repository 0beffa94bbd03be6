import { queryOptions } from "@tanstack/react-query";
import type { Product } from "@/lib/fleet/fleet";
import type { ProductModel } from "@/lib/fleet/product-model";
import { routes } from "@/lib/routes";
import { getJson } from "./get-json";

const productKeys = {
  all: ["products"] as const,
  list: () => [...productKeys.all, "list"] as const,
  model: (id: string) => [...productKeys.all, "model", id] as const,
};

/** Every product of the chosen resource space. */
export const productsQuery = () =>
  queryOptions({
    queryKey: productKeys.list(),
    queryFn: ({ signal }) => getJson<{ items: readonly Product[] }>(routes.api.products(), signal),
    select: ({ items }) => items,
    staleTime: 60_000,
    retry: false,
  });

/** One product with what its devices can do. */
export const productModelQuery = (id: string) =>
  queryOptions({
    queryKey: productKeys.model(id),
    queryFn: ({ signal }) => getJson<ProductModel>(routes.api.product(id), signal),
    staleTime: 60_000,
    retry: false,
  });
