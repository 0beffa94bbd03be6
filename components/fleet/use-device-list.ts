import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { DeviceFilter } from "@/lib/fleet/device-filter";
import { deviceCountQuery, devicesQuery } from "@/lib/queries/devices";
import { failureOf } from "@/lib/queries/get-json";

/**
 * The devices that a filter matches, as far as they are read. `count` is exact once all are here; until then it is what
 * the platform counts at the moment (`isEstimate`), or null while it is not known.
 */
export function useDeviceList(filter: DeviceFilter) {
  const list = useInfiniteQuery(devicesQuery(filter));
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  const isWhole = list.isSuccess && !list.hasNextPage;
  const told = pages[0]?.count ?? null;
  // A list answers its count by the way; a search is asked for it once the rows are here.
  const asked = useQuery({ ...deviceCountQuery(filter), enabled: list.isSuccess && !isWhole && told === null });
  return {
    list,
    rows,
    failure: failureOf(list.error),
    unavailable: pages[0]?.unavailable ?? [],
    searches: pages[0]?.searches ?? true,
    isWhole,
    count: isWhole ? rows.length : (told ?? asked.data ?? null),
    isEstimate: !isWhole,
  };
}
