import { FailureError } from "@/lib/failure";
import { routes } from "@/lib/routes";
import { failureOfAnswer } from "./get-json";

/**
 * The IDs and secrets of registered devices as a CSV; `onRows` hears how many rows have arrived. Throws `FailureError`,
 * also when the file was cut on its way.
 */
export async function downloadRegistered(id: string, onRows: (rows: number) => void): Promise<Blob> {
  const cut = () => new FailureError({ kind: "unreachable", host: location.host, cause: "cut" });
  const answer = await fetch(routes.api.registered(id), { method: "POST" }).catch(() => Promise.reject(cut()));
  if (!answer.ok) throw new FailureError(await failureOfAnswer(answer));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const read = await reader?.read().catch(() => Promise.reject(cut()));
    if (read?.value === undefined) break;
    pieces.push(read.value);
    lines += read.value.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0);
    onRows(Math.max(0, lines - 1));
  }
  return new Blob(pieces, { type: "text/csv;charset=utf-8" });
}
