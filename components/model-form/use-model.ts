"use client";
import { useQuery } from "@tanstack/react-query";
import type { Failure } from "@/lib/failure";
import type { ProductModel } from "@/lib/fleet/product-model";
import { failureOf } from "@/lib/queries/get-json";
import { productModelQuery } from "@/lib/queries/products";

export type ModelRead = {
  /** Null while it is on its way, or where no product is chosen. */
  model: ProductModel | null;
  failure: Failure | null;
  again: () => void;
};

/** What the devices of a product can do, as soon as the platform has said so. */
export function useModel(productId: string): ModelRead {
  const read = useQuery({ ...productModelQuery(productId), enabled: productId !== "" });
  return { model: read.data ?? null, failure: failureOf(read.error), again: () => void read.refetch() };
}
