import type { z } from "zod";
import { type Failure, fail, ok, type Result } from "@/lib/failure";
import { type Json, writeJson } from "@/lib/json";
import { classify } from "./classify";
import type { Query } from "./encode";
import { type HttpAnswer, type HttpDeps, type HttpRequest, send } from "./http";
import type { Multipart } from "./multipart";
import { isSegment, pathOf } from "./path";
import { type RetryDeps, retryRead } from "./retry";
import type { SignIn } from "./sign-in";
import type { Spaced } from "./spacing";

/** One call of an operation. `segments` follow the project's base path; `what` is the thing that the last id names. */
export type Call = {
  operation: string;
  method: "GET" | "POST" | "DELETE";
  segments: readonly string[];
  query?: Query;
  body?: Json;
  /** A file instead of JSON. */
  file?: Multipart;
  what?: string;
};

type Answered<T> = { value: T; date: string | null; tookMs: number };

/** The signed line to one instance. Reads repeat themselves, writes never do. */
export type Connection = {
  read<S extends z.ZodType>(call: Call, schema: S, spaced?: Spaced): Promise<Result<z.output<S>>>;
  readOnce<S extends z.ZodType>(call: Call, schema: S): Promise<Result<Answered<z.output<S>>>>;
  write<S extends z.ZodType>(call: Call, schema: S): Promise<Result<z.output<S>>>;
};

export function createConnection(
  platform: { endpoint: string; instanceId: string | null },
  signIn: SignIn,
  deps: HttpDeps & RetryDeps,
): Connection {
  async function once<S extends z.ZodType>(
    call: Call,
    schema: S,
    writes: boolean,
  ): Promise<Result<Answered<z.output<S>>>> {
    // An id that can not exist does not exist; it never becomes a part of a path.
    if (call.what !== undefined && !call.segments.every(isSegment)) return fail({ kind: "missing", what: call.what });
    const projectId = await signIn.projectId();
    if (!projectId.ok) return projectId;
    const { type, bytes: body } = contentOf(call);
    const request: HttpRequest = {
      operation: call.operation,
      origin: platform.endpoint,
      method: call.method,
      path: pathOf(projectId.value, call.segments),
      query: call.query ?? [],
      headers: {
        ...(platform.instanceId !== null && { "Instance-Id": platform.instanceId }),
        ...(type !== null && { "Content-Type": type }),
      },
      body,
      writes,
    };
    const sent = await signedIn(request, call.what ?? null);
    if (!sent.ok) return sent;
    const parsed = schema.safeParse(sent.value.body);
    if (!parsed.success) return fail(unreadable(request, sent.value));
    return ok({ value: parsed.data, date: sent.value.date, tookMs: sent.value.tookMs });
  }

  /** Sends with a token at most twice: a refused token means that nothing was done. */
  async function signedIn(request: HttpRequest, what: string | null, again = true): Promise<Result<HttpAnswer>> {
    const headers = await signIn.headers(request);
    if (!headers.ok) return headers;
    const sent = await send({ ...request, headers: headers.value }, deps);
    if (!sent.ok || (sent.value.status >= 200 && sent.value.status <= 299)) return sent;
    const failure = classify({ ...request, what }, sent.value, signIn.signedBy, deps.scrub);
    return again && signIn.renew(failure, headers.value) ? signedIn(request, what, false) : fail(failure);
  }

  return {
    readOnce: (call, schema) => once(call, schema, false),
    async read(call, schema, spaced = (run) => run()) {
      const result = await retryRead(() => spaced(() => once(call, schema, false)), deps);
      return result.ok ? ok(result.value.value) : result;
    },
    async write(call, schema) {
      const result = await once(call, schema, true);
      return result.ok ? ok(result.value.value) : result;
    },
  };
}

/** A write that was accepted in words that we can not read has happened; we just do not know what came of it. */
const unreadable = (request: HttpRequest, { requestId }: HttpAnswer): Failure =>
  request.writes
    ? { kind: "uncertain", operation: request.operation }
    : { kind: "unreadable", operation: request.operation, requestId };

const contentOf = ({ body, file }: Call): { type: string | null; bytes: HttpRequest["body"] } => {
  if (file !== undefined) return file;
  return body === undefined ? { type: null, bytes: null } : { type: "application/json", bytes: writeJson(body) };
};
