import { customType } from "drizzle-orm/pg-core";

/** An instant as an ISO string in UTC with milliseconds, on both drivers; PostgreSQL keeps it as `timestamptz(3)`. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
  toDriver: (value) => value,
});

/** Raw bytes; pg hands out a Buffer and PGlite a Uint8Array, both are a Uint8Array. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});
