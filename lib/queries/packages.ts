import { queryOptions } from "@tanstack/react-query";
import type { Package, PackageType } from "@/lib/fleet/fleet";
import type { PackageView } from "@/lib/fleet/package-view";
import { routes } from "@/lib/routes";
import { getJson } from "./get-json";

export const packageKeys = {
  all: ["packages"] as const,
  list: (type: PackageType) => [...packageKeys.all, "list", type] as const,
  detail: (id: string) => [...packageKeys.all, "detail", id] as const,
};

/** Every package of a type in the chosen resource space, as the platform lists them. */
export const packagesQuery = (type: PackageType) =>
  queryOptions({
    queryKey: packageKeys.list(type),
    queryFn: ({ signal }) => getJson<{ items: readonly Package[] }>(routes.api.packages(`?type=${type}`), signal),
    select: ({ items }) => items,
    staleTime: 60_000,
    retry: false,
  });

/** One package with the tasks that would miss it. */
export const packageQuery = (id: string) =>
  queryOptions({
    queryKey: packageKeys.detail(id),
    queryFn: ({ signal }) => getJson<PackageView>(routes.api.package(id), signal),
    retry: false,
  });
