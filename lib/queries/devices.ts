import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { FailureError } from "@/lib/failure";
import { type DeviceFilter, deviceFilterQuery } from "@/lib/fleet/device-filter";
import type { DeviceIds, DeviceList, DeviceView } from "@/lib/fleet/device-list";
import { routes } from "@/lib/routes";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import { getJson } from "./get-json";

const deviceKeys = {
  all: ["devices"] as const,
  list: (filter: DeviceFilter) => [...deviceKeys.all, "list", filter] as const,
  count: (filter: DeviceFilter) => [...deviceKeys.all, "count", filter] as const,
  detail: (id: string) => [...deviceKeys.all, "detail", id] as const,
};

/** Pages of 50 devices that a filter matches, newest first. */
export const devicesQuery = (filter: DeviceFilter) =>
  infiniteQueryOptions({
    queryKey: deviceKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      getJson<DeviceList>(routes.api.devices(deviceFilterQuery(filter, pageParam)), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    retry: false,
  });

/** How many devices a filter matches now; null where the platform can not tell. */
export const deviceCountQuery = (filter: DeviceFilter) =>
  queryOptions({
    queryKey: deviceKeys.count(filter),
    queryFn: ({ signal }) =>
      getJson<{ count: number | null }>(routes.api.deviceCount(deviceFilterQuery(filter)), signal),
    select: ({ count }) => count,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    retry: false,
  });

const LOOK_AGAIN_MS = 15_000;

/** One device with its shadow, read again while it is looked at. */
export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: deviceKeys.detail(id),
    queryFn: ({ signal }) => getJson<DeviceView>(routes.api.device(id), signal),
    refetchInterval: LOOK_AGAIN_MS,
    retry: false,
  });

/** Waits for so many milliseconds, or rejects as soon as the signal fires. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * Every id that a filter matches, each once, up to 30,000; `onCount` hears how many are read so far. A platform that is
 * busy is waited for. `whole` is false when there are more. Throws the failure of a page that could not be read: half a
 * list never passes for a whole one.
 */
export async function readAllDeviceIds(
  filter: DeviceFilter,
  { onCount, signal, pause }: { onCount: (count: number) => void; signal: AbortSignal; pause: Pause },
): Promise<{ ids: readonly string[]; whole: boolean }> {
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const path = routes.api.deviceIds(deviceFilterQuery(filter, after));
    const page: DeviceIds = await patiently(() => getJson<DeviceIds>(path, signal), signal, pause);
    if (page.unavailable.length > 0)
      throw new FailureError({
        kind: "invalid",
        issues: page.unavailable.map((path) => ({ path, message: "filter-unavailable" })),
      });
    for (const id of page.ids) {
      if (ids.size === MAX_TARGETS && !ids.has(id)) return { ids: [...ids], whole: false };
      ids.add(id);
    }
    onCount(ids.size);
    if (page.next === null) return { ids: [...ids], whole: true };
    if (seen.has(page.next))
      throw new FailureError({ kind: "unreadable", operation: "SearchDevices", requestId: null });
    seen.add(page.next);
    after = page.next;
  }
}

/** As often as the platform may ask us to wait before one page counts as not readable. */
const MOST_WAITS = 20;

async function patiently<T>(read: () => Promise<T>, signal: AbortSignal, pause: Pause): Promise<T> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await read();
    } catch (error) {
      const failure = error instanceof FailureError ? error.failure : null;
      if (failure?.kind !== "throttled" || waited === MOST_WAITS) throw error;
      await pause(failure.retryAfterMs, signal);
    }
  }
}
