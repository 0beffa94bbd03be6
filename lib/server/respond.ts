import "server-only";
import { createHash } from "node:crypto";
import type { Operator, Permission } from "@/lib/access/permissions";
import { type Failure, FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { requireOperator } from "./auth/session";

/** The HTTP status that says the same as a failure. Ours is not a proxy: the platform's troubles are 502 to 504. */
function statusOf(failure: Failure): number {
  switch (failure.kind) {
    case "invalid":
      return 400;
    case "signed-out":
      return 401;
    case "forbidden":
      return 403;
    case "missing":
      return 404;
    case "refused":
    case "credentials":
    case "unreadable":
    case "uncertain":
      return 502;
    case "throttled":
      return 503;
    case "unreachable":
      return 504;
  }
}

const PRIVATE = { "cache-control": "private, no-cache", vary: "cookie" };

/** A failure in the words of the JSON API. */
export const refuse = (failure: Failure): Response =>
  Response.json({ failure }, { status: statusOf(failure), headers: PRIVATE });

/**
 * Answers a GET: who asks, may they, then the value as JSON with an ETag, or 304 when the browser has it already.
 * The value must survive JSON. Expected failures become `{failure}`; bugs pass through.
 */
export async function respond<T extends Json>(
  permission: Permission,
  request: Request,
  run: (by: Operator) => Promise<T>,
): Promise<Response> {
  try {
    const value = await run(await requireOperator(permission));
    const etag = etagOf(value);
    const headers = { ...PRIVATE, etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return Response.json(value, { headers });
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}

/** `now` only says when the answer was made: in steps of ten seconds, so that it alone seldom makes an answer new. */
function etagOf(value: Json): string {
  const text = JSON.stringify(value, (key, held: unknown) =>
    key === "now" && typeof held === "string" ? held.slice(0, -6) : held,
  );
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}
