import { FailureError } from "@/lib/failure";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `missing` for everything that cannot be one of our ids, before the database is asked. */
export function taskId(id: string): string {
  if (!UUID.test(id)) throw new FailureError({ kind: "missing", what: "task" });
  return id.toLowerCase();
}
