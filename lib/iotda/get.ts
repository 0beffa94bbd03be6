import type { Call } from "./connection";
import type { Query } from "./encode";

/** A reading call. `what` is the thing that the last id names. */
export const get = (operation: string, segments: readonly string[], query: Query = [], what?: string): Call => ({
  operation,
  method: "GET",
  segments,
  query,
  ...(what !== undefined && { what }),
});

/** A part of a query, left out when there is no value. */
export const given = (name: string, value: string | undefined): Query => (value === undefined ? [] : [[name, value]]);
