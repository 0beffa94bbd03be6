/** One thing wrong with one input. `message` is a key of the `failures` messages; `values` fill its placeholders. */
export type Issue = { path: string; message: string; values?: Record<string, string | number> };

/** What the platform said, verbatim, so that an operator can quote it to Huawei's support. */
export type PlatformAnswer = { status: number; code: string; message: string; requestId: string | null };

/**
 * Everything that is expected to go wrong. The same value crosses server actions, the JSON API and audit rows.
 * `uncertain` is a write whose outcome nobody saw: it may have happened.
 */
export type Failure =
  | { kind: "invalid"; issues: readonly Issue[] }
  | { kind: "signed-out" }
  | { kind: "forbidden" }
  | { kind: "missing"; what: string }
  | ({ kind: "refused" } & PlatformAnswer)
  | ({ kind: "credentials"; cause: CredentialsCause } & PlatformAnswer)
  | { kind: "throttled"; retryAfterMs: number; requestId: string | null }
  | { kind: "unreachable"; host: string; cause: UnreachableCause }
  | { kind: "unreadable"; operation: string; requestId: string | null }
  | { kind: "uncertain"; operation: string };

/** Which part of our credentials or address the platform does not accept. */
export type CredentialsCause = "keys" | "token" | "clock" | "project" | "signing" | "permission";

/** Why no answer came: the name did not resolve, nobody listened, it took too long, TLS failed, the line was cut. */
export type UnreachableCause = "dns" | "refused" | "timeout" | "tls" | "cut" | "5xx";

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

/** Carries a failure through code that returns plain values; only the action and route wrappers catch it. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = "FailureError";
  }
}

/** The value, or the failure thrown for the nearest wrapper to return. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}

/** True for failures that go away by themselves, so that asking again makes sense. */
export const isTransient = (failure: Failure): boolean =>
  failure.kind === "throttled" || failure.kind === "unreachable" || failure.kind === "unreadable";
