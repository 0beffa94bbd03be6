import { useEffect, useRef, useState } from "react";
import type { Failure } from "@/lib/failure";
import type { DeviceFilter } from "@/lib/fleet/device-filter";
import { readAllDeviceIds } from "@/lib/queries/devices";
import { failureOf } from "@/lib/queries/get-json";
import { pause } from "./pause";

/** `reading` tells how many ids are read; `many` that more match than one list takes, and nothing was handed on. */
type Collecting =
  | { state: "still" }
  | { state: "reading"; count: number }
  | { state: "many" }
  | { state: "failed"; failure: Failure };

/** Reads every id that a filter matches, which takes minutes where the platform answers one search a second. */
export function useCollect(onIds: (ids: readonly string[]) => void) {
  const [collecting, setCollecting] = useState<Collecting>({ state: "still" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const stop = () => {
    running.current?.abort();
    setCollecting({ state: "still" });
  };
  const start = async (filter: DeviceFilter) => {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setCollecting({ state: "reading", count: 0 });
    try {
      const onCount = (count: number) => setCollecting({ state: "reading", count });
      const { ids, whole } = await readAllDeviceIds(filter, { onCount, signal, pause });
      if (signal.aborted) return;
      setCollecting({ state: whole ? "still" : "many" });
      if (whole) onIds(ids);
    } catch (error) {
      const failure = failureOf(error);
      if (!signal.aborted && failure !== null) setCollecting({ state: "failed", failure });
    }
  };
  return { collecting, start, stop };
}
