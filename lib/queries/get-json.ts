import { type Failure, FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";

/**
 * Asks our own server, which answers from its database. Throws `FailureError`: the failure that the answer carries,
 * or `unreachable` when our server itself gave none. The browser answers a 304 from its cache by itself.
 */
export const getJson = <T>(path: string, signal: AbortSignal): Promise<T> =>
  answered<T>(path, { signal, headers: { accept: "application/json" } });

/** Tells our own server to do something, and answers what it says. Throws as `getJson` does. */
export const postJson = <T>(path: string, body: Json): Promise<T> =>
  answered<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { accept: "application/json", "content-type": "application/json" },
  });

async function answered<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new FailureError({ kind: "unreachable", host: location.host, cause: "cut" });
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && body !== undefined) return body as T;
  throw new FailureError(failureIn(body) ?? unexplained(answer.status));
}

/** What an answer that is not what was asked for says of the reason. */
export async function failureOfAnswer(answer: Response): Promise<Failure> {
  const body: unknown = await answer.json().catch(() => undefined);
  return failureIn(body) ?? unexplained(answer.status);
}

function failureIn(body: unknown): Failure | null {
  if (typeof body !== "object" || body === null || !("failure" in body)) return null;
  const { failure } = body;
  return typeof failure === "object" && failure !== null && "kind" in failure ? (failure as Failure) : null;
}

const unexplained = (status: number): Failure =>
  status === 401 ? { kind: "signed-out" } : { kind: "unreachable", host: location.host, cause: "5xx" };

/** The failure that a query ended with; a bug in our own code counts as an answer that can not be read. */
export function failureOf(error: unknown): Failure | null {
  if (error === null || error === undefined) return null;
  return error instanceof FailureError ? error.failure : { kind: "unreadable", operation: "console", requestId: null };
}

/** True while the page is not looked at, so that polling can slow down. */
export const isHidden = (): boolean => typeof document !== "undefined" && document.visibilityState === "hidden";
