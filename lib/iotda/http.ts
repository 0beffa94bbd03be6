import { type Failure, fail, ok, type Result } from "@/lib/failure";
import { encodeQuery, type Query } from "./encode";
import type { Fetch } from "./fetch";
import { retryAfter } from "./retry-after";
import type { Scrub } from "./scrub";
import { transportFailure } from "./transport-failure";

/** One request as it goes out. `writes` decides what silence means: an unanswered write may have happened. */
export type HttpRequest = {
  operation: string;
  origin: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  query: Query;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
  writes: boolean;
};

/** What came back, whatever its status. `body` is undefined when it is not JSON, null when it is empty. */
export type HttpAnswer = {
  status: number;
  body: unknown;
  requestId: string | null;
  retryAfterMs: number | null;
  /** The server's clock as an ISO string. */
  date: string | null;
  header(name: string): string | null;
  tookMs: number;
};

export type HttpDeps = {
  fetch: Fetch;
  now: () => number;
  scrub: Scrub;
  /** Fires when the time is up, in milliseconds; covers connecting, waiting and reading. */
  deadline: (ms: number) => AbortSignal;
};

export const READ_TIMEOUT_MS = 10_000;
/** Longer than for reads: a write given up too early is a write whose outcome nobody knows. */
export const WRITE_TIMEOUT_MS = 30_000;

/** One attempt, never repeated and never redirected. Fails only when no whole answer came. */
export async function send(request: HttpRequest, deps: HttpDeps): Promise<Result<HttpAnswer>> {
  const query = encodeQuery(request.query);
  const from = deps.now();
  try {
    const answer = await deps.fetch(`${request.origin}${request.path}${query === "" ? "" : `?${query}`}`, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== null && { body: request.body }),
      redirect: "manual",
      signal: deps.deadline(request.writes ? WRITE_TIMEOUT_MS : READ_TIMEOUT_MS),
    });
    const text = await answer.text();
    const now = deps.now();
    const requestId = answer.headers.get("x-request-id");
    return ok({
      status: answer.status,
      body: parse(text),
      requestId: requestId === null ? null : deps.scrub(requestId),
      retryAfterMs: retryAfter(answer.headers.get("retry-after"), now),
      date: isoDate(answer.headers.get("date")),
      header: (name) => answer.headers.get(name),
      tookMs: now - from,
    });
  } catch (error) {
    return fail(silence(request, error));
  }
}

function silence(request: HttpRequest, error: unknown): Failure {
  const { cause, nothingSent } = transportFailure(error);
  return request.writes && !nothingSent
    ? { kind: "uncertain", operation: request.operation }
    : { kind: "unreachable", host: new URL(request.origin).host, cause };
}

function parse(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isoDate(header: string | null): string | null {
  const at = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
