import { expect, test } from "vitest";
import { authenticate, type Gate } from "./authentication";
import { Refusal } from "./errors";
import { Iam } from "./iam";
import { expectedSignature, type SignedRequest, sha256 } from "./signature";

const NOW = Date.UTC(2026, 0, 10, 12);
const gate: Gate = {
  signing: "any",
  accessKey: "AK1",
  secretKey: "SK1",
  region: "r-1",
  iam: new Iam({ domain: "d", user: "u", password: "p", project: "x", region: "r-1" }),
  badToken: 401,
  plainRefusal: 401,
};

/** The outcome of a correctly signed request after something about it was changed. */
function outcome(headers: Record<string, string>, signed: string[], body = "{}", later: Record<string, string> = {}) {
  const request: SignedRequest = {
    method: "POST",
    url: "/v5/iot/x/batchtask-files",
    headers: { host: "h", "x-sdk-date": "20260110T120000Z", ...headers },
    body: Buffer.from(body),
  };
  const authorization = { scheme: "basic" as const, accessKey: "AK1", scope: "", signedHeaders: signed };
  const signature = expectedSignature(request, authorization, "SK1");
  const header = `SDK-HMAC-SHA256 Access=AK1, SignedHeaders=${signed.join(";")}, Signature=${signature}`;
  const sent = { ...request, headers: { ...request.headers, authorization: header, ...later } };
  try {
    authenticate(gate, sent, NOW, NOW);
    return "accepted";
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.code}`;
    throw error;
  }
}

const HASH = "x-sdk-content-sha256";
const UNSIGNED = { [HASH]: "UNSIGNED-PAYLOAD" };
const MULTIPART = { "content-type": "multipart/form-data; boundary=x" };
const JSON_TYPE = { "content-type": "application/json" };
const BASE = ["host", "x-sdk-date"];

test("a multipart body may stay unsigned, a JSON body may not", () => {
  expect(outcome({ ...MULTIPART, ...UNSIGNED }, [...BASE, HASH])).toBe("accepted");
  expect(outcome({ ...JSON_TYPE, ...UNSIGNED }, [...BASE, HASH])).toBe("400 IOTDA.000008");
});

test("a claimed hash must be signed and true", () => {
  expect(outcome({ ...JSON_TYPE, [HASH]: sha256("{}") }, [...BASE, HASH])).toBe("accepted");
  expect(outcome({ ...JSON_TYPE, [HASH]: sha256("[]") }, [...BASE, HASH])).toBe("400 IOTDA.000008");
  expect(outcome({ ...MULTIPART, ...UNSIGNED }, BASE)).toBe("401 APIGW.0301");
});

test("the date must be signed, every signed header sent, and none changed on the way", () => {
  expect(outcome({}, ["host"])).toBe("401 APIGW.0301");
  expect(outcome({}, [...BASE, "x-project-id"])).toBe("401 APIGW.0301");
  expect(outcome({ "x-project-id": "a" }, [...BASE, "x-project-id"], "{}", { "x-project-id": "b" })).toBe(
    "401 APIGW.0301",
  );
});

test("a token that was not issued here or was changed is refused", () => {
  const { token } = gate.iam.issue(
    JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user: { name: "u", password: "p", domain: { name: "d" } } } },
        scope: { project: { name: "r-1" } },
      },
    }),
    NOW,
  );
  const ask = (value: string) => () =>
    authenticate(gate, { method: "GET", url: "/", headers: { "x-auth-token": value }, body: Buffer.of() }, NOW, NOW);
  expect(ask(token)).not.toThrow();
  expect(ask(`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`)).toThrow(Refusal);
  expect(ask("MIIabc")).toThrow(Refusal);
});
