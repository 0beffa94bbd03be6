import { describe, expect, it } from "vitest";
import type { Failure } from "@/lib/failure";
import { classify, DEFAULT_RETRY_AFTER_MS, type SignedBy } from "./classify";
import type { HttpAnswer } from "./http";

const read = { operation: "ShowBatchTask", origin: "https://h:8443", writes: false, what: "task" };
const create = { operation: "CreateBatchTask", origin: "https://h:8443", writes: true, what: null };

const said = (status: number, body: unknown, retryAfterMs: number | null = null): HttpAnswer => ({
  status,
  body,
  requestId: "req-1",
  retryAfterMs,
  date: null,
  header: () => null,
  tookMs: 1,
});
const error = (error_code: string, error_msg = "said so") => ({ error_code, error_msg });
const on = (answer: HttpAnswer, signedBy: SignedBy = "derived", request: typeof read | typeof create = read): Failure =>
  classify(request, answer, signedBy, (text) => text);

describe("classify", () => {
  it.each<[string, number, unknown, SignedBy, string]>([
    ["a wrong key", 401, error("APIGW.0301"), "derived", "keys"],
    ["a wrong key, plain", 401, error("APIGW.0301"), "basic", "keys"],
    ["a token that ran out", 401, error("APIGW.0301"), "token", "token"],
    ["an invalid token", 403, error("IOTDA.000004"), "token", "token"],
    ["a token that can not be read", 500, error("IOTDA.000020"), "token", "token"],
    ["a clock that is off", 401, error("APIGW.0303"), "basic", "clock"],
    ["plain signing on an instance's own address", 401, error("IOTDA.000002"), "basic", "signing"],
    ["a wrong key, derived", 401, error("IOTDA.000002"), "derived", "keys"],
    ["a wrong region in a derived key", 401, error("APIGW.0301", "credential scope mismatch"), "derived", "signing"],
    [
      "signing that does not fit",
      400,
      error("IOTDA.000006", "Missing request header 'X-Auth-Token' for method parameter of type String"),
      "basic",
      "signing",
    ],
    ["another region's project", 403, error("IOTDA.000021"), "basic", "project"],
    ["no permission", 403, error("IOTDA.000022"), "basic", "permission"],
    ["not allowed", 403, error("IOTDA.000034"), "basic", "permission"],
    ["IAM's own shape", 401, { error: { code: 401, message: "The username or password is wrong." } }, "token", "token"],
  ])("blames our credentials: %s", (_case, status, body, signedBy, cause) => {
    expect(on(said(status, body), signedBy)).toMatchObject({ kind: "credentials", cause, status, requestId: "req-1" });
    expect(on(said(status, body), signedBy, create)).toMatchObject({ kind: "credentials", cause });
  });

  it.each([429, 403])("is told to slow down by %d", (status) => {
    expect(on(said(status, error("APIGW.0308"), 7000))).toEqual({
      kind: "throttled",
      retryAfterMs: 7000,
      requestId: "req-1",
    });
    expect(on(said(status, error("APIGW.0308")))).toMatchObject({ retryAfterMs: DEFAULT_RETRY_AFTER_MS });
  });

  it.each([500, 502, 503, 504])("takes %d for no answer to a read, and for an unknown outcome of a write", (status) => {
    expect(on(said(status, undefined))).toEqual({ kind: "unreachable", host: "h:8443", cause: "5xx" });
    const body = error("IOTDA.000001");
    expect(on(said(status, body), "derived", create)).toEqual({ kind: "uncertain", operation: "CreateBatchTask" });
  });

  it("says what is missing where the path asked for one thing", () => {
    expect(on(said(404, error("IOTDA.014200")))).toEqual({ kind: "missing", what: "task" });
    const created = on(said(404, error("IOTDA.014500", "no such package")), "basic", create);
    expect(created).toMatchObject({ kind: "refused", status: 404, message: "no such package" });
    expect(on(said(404, error("APIGW.0101")))).toMatchObject({ kind: "refused", code: "APIGW.0101" });
  });

  it("keeps the platform's own words for everything else", () => {
    const told = { status: 400, code: "IOTDA.014219", message: "The target is not in the task.", requestId: "req-1" };
    expect(on(said(400, error(told.code, told.message)))).toEqual({ kind: "refused", ...told });
    expect(on(said(409, { error: { code: "X.1", message: "busy" } }))).toMatchObject({
      kind: "refused",
      code: "X.1",
      message: "busy",
    });
    expect(on(said(302, undefined))).toEqual({
      kind: "refused",
      status: 302,
      code: "",
      message: "",
      requestId: "req-1",
    });
    expect(on(said(403, error("IOTDA.001006")))).toMatchObject({ kind: "refused", code: "IOTDA.001006" });
  });
});
