import { expect, test } from "vitest";
import { derivedKey, expectedSignature, parseAuthorization, type SignedRequest } from "./signature";

const AK = "AccessKey";
const SK = "SecretKey";
const host = "service.endpoint.myhuaweicloud.com";
const date = "20200608T023900Z";
const scope = "20200608/test-region-1/demo";

function request(method: string, url: string, headers: Record<string, string>, body = ""): SignedRequest {
  return { method, url, headers, body: Buffer.from(body) };
}

/** Vectors of the official SDKs' own tests. */
const VECTORS = [
  {
    name: "GET",
    request: request("GET", "/resources?size=1", { host, "x-sdk-date": date }),
    signedHeaders: ["host", "x-sdk-date"],
    scope,
    basic: "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
    derived: "f7dfee056692e58dede80fc80cb89bbfabf45552dd7cd8d18a0a13484455b98e",
  },
  {
    name: "POST",
    request: request("POST", "/resources?size=1", { host, "x-sdk-date": date }, '{"name":"test","id":1}'),
    signedHeaders: ["host", "x-sdk-date"],
    scope,
    basic: "436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f",
    derived: "8e2d91eaf9656ec5d6fab27812e2d898a35aaaa5e16ee0a0365c38527ccfb3cf",
  },
  {
    name: "GET with the date only",
    request: request("GET", "/path?limit=1", { "x-sdk-date": "20060102T150405Z" }),
    signedHeaders: ["x-sdk-date"],
    scope: "20060102/test-region-1/demo",
    basic: "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624",
    derived: "8fd3610508884bb19718317797c7378716a94bc740d97502e569322e366341cc",
  },
];

test.each(VECTORS)("signs the vendor's $name as the SDKs do", ({ request, signedHeaders, scope, basic, derived }) => {
  const common = { accessKey: AK, signedHeaders };
  expect(expectedSignature(request, { ...common, scheme: "basic", scope: "" }, SK)).toBe(basic);
  expect(expectedSignature(request, { ...common, scheme: "derived", scope }, SK)).toBe(derived);
});

test("the derived key is hex text", () => {
  expect(derivedKey(AK, SK, scope)).toBe("5f2c01cbdf35366c541e012b779258a826d7376e6ff5238d76d85000690e1b50");
});

test("signs an instance's batch task as computed by an independent signer", () => {
  const project = "0123456789abcdef0123456789abcdef";
  const batch = request(
    "POST",
    `/v5/iot/${project}/batchtasks`,
    {
      host: "9bc34xxxxx.st1.iotda-app.ap-southeast-1.myhuaweicloud.com",
      "x-sdk-date": "20260101T000000Z",
      "content-type": "application/json",
      "x-project-id": project,
    },
    '{"task_name":"t1","task_type":"freezeDevices","targets":["d1"]}',
  );
  const common = { accessKey: AK, signedHeaders: ["content-type", "host", "x-project-id", "x-sdk-date"] };
  const scope = "20260101/ap-southeast-1/iotdm";
  expect(expectedSignature(batch, { ...common, scheme: "derived", scope }, SK)).toBe(
    "a2dfc5658f3fd76910ffbf62edd6dfe4d655a0e462b7bc9c55940b93db18e472",
  );
  expect(expectedSignature(batch, { ...common, scheme: "basic", scope: "" }, SK)).toBe(
    "8c3bd4e5a876428f4640db29aaf4dc0c0a8185de5a8a9f0e8fd812025933cfbc",
  );
});

test("the query is sorted and its encoding made canonical", () => {
  const headers = { "x-sdk-date": date };
  const rest = { accessKey: AK, signedHeaders: ["x-sdk-date"], scheme: "basic" as const, scope: "" };
  const one = expectedSignature(request("GET", "/a?b=%7E&a=x%20y&a=1", headers), rest, SK);
  const other = expectedSignature(request("GET", "/a?a=1&a=x%20y&b=~", headers), rest, SK);
  expect(one).toBe(other);
});

test("reads both Authorization headers and nothing else", () => {
  const signature = "0".repeat(64);
  expect(
    parseAuthorization(`SDK-HMAC-SHA256 Access=ak, SignedHeaders=host;x-sdk-date, Signature=${signature}`),
  ).toEqual({
    scheme: "basic",
    accessKey: "ak",
    scope: "",
    signedHeaders: ["host", "x-sdk-date"],
    signature,
  });
  expect(
    parseAuthorization(`V11-HMAC-SHA256 Credential=ak/20260101/r/iotdm, SignedHeaders=host, Signature=${signature}`),
  ).toEqual({
    scheme: "derived",
    accessKey: "ak",
    scope: "20260101/r/iotdm",
    signedHeaders: ["host"],
    signature,
  });
  expect(parseAuthorization(`AWS4 Credential=ak, SignedHeaders=host, Signature=${signature}`)).toBeUndefined();
});
