import { describe, expect, it } from "vitest";
import { encodeQuery } from "./encode";
import { derivedKey, type SigningRequest, type SigningScheme, sign } from "./signer";

const keys = { ak: "AccessKey", sk: "SecretKey", securityToken: null };
const basic: SigningScheme = { kind: "basic" };
const demo: SigningScheme = { kind: "derived", region: "test-region-1", service: "demo" };

const signature = (request: SigningRequest, date: string, scheme: SigningScheme): string | undefined =>
  /Signature=(\w+)$/.exec(sign(request, keys, Date.parse(date), scheme).Authorization ?? "")?.[1];

const host = { Host: "service.endpoint.myhuaweicloud.com" };
const size = [["size", "1"]] as const;
const projectId = "0123456789abcdef0123456789abcdef";
const iotda: SigningScheme = { kind: "derived", region: "ap-southeast-1", service: "iotdm" };

/** The vendor's own vectors (its Python and Go SDKs), and one for IoTDA computed by an independent signer. */
const vectors: readonly [name: string, SigningRequest, date: string, SigningScheme, basic: string, derived: string][] =
  [
    [
      "get",
      { method: "GET", path: "/resources", query: size, headers: host, body: "" },
      "2020-06-08T02:39:00Z",
      demo,
      "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
      "f7dfee056692e58dede80fc80cb89bbfabf45552dd7cd8d18a0a13484455b98e",
    ],
    [
      "post",
      { method: "POST", path: "/resources", query: size, headers: host, body: '{"name":"test","id":1}' },
      "2020-06-08T02:39:00Z",
      demo,
      "436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f",
      "8e2d91eaf9656ec5d6fab27812e2d898a35aaaa5e16ee0a0365c38527ccfb3cf",
    ],
    [
      "get that signs the date alone",
      { method: "GET", path: "/path", query: [["limit", "1"]], headers: {}, body: "" },
      "2006-01-02T15:04:05Z",
      demo,
      "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624",
      "8fd3610508884bb19718317797c7378716a94bc740d97502e569322e366341cc",
    ],
    [
      "IoTDA post",
      {
        method: "POST",
        path: `/v5/iot/${projectId}/batchtasks`,
        query: [],
        headers: {
          Host: "9bc34xxxxx.st1.iotda-app.ap-southeast-1.myhuaweicloud.com",
          "Content-Type": "application/json",
          "X-Project-Id": projectId,
        },
        body: '{"task_name":"t1","task_type":"freezeDevices","targets":["d1"]}',
      },
      "2026-01-01T00:00:00Z",
      iotda,
      "8c3bd4e5a876428f4640db29aaf4dc0c0a8185de5a8a9f0e8fd812025933cfbc",
      "a2dfc5658f3fd76910ffbf62edd6dfe4d655a0e462b7bc9c55940b93db18e472",
    ],
  ];

describe("sign", () => {
  it.each(vectors)("reproduces the vector: %s", (_name, request, date, scheme, plain, derived) => {
    expect(signature(request, date, basic)).toBe(plain);
    expect(signature(request, date, scheme)).toBe(derived);
  });

  it("derives the documented key: its hex text", () => {
    expect(derivedKey(keys, "20200608/test-region-1/demo")).toBe(
      "5f2c01cbdf35366c541e012b779258a826d7376e6ff5238d76d85000690e1b50",
    );
    expect(derivedKey(keys, "20260101/ap-southeast-1/iotdm")).toBe(
      "6d78475c6a656f61607c7636cfbdcf4b0b023541c188fd1bab23ac07ae43c1f1",
    );
  });

  it("names what it signed, in order, and a temporary key's token among it", () => {
    const request = { method: "GET", path: "/p", query: [], headers: { Host: "h:8080", "Instance-Id": "i" }, body: "" };
    const added = sign(request, { ...keys, securityToken: "sts" }, Date.parse("2026-01-01T00:00:00Z"), iotda);
    expect(added["X-Sdk-Date"]).toBe("20260101T000000Z");
    expect(added["X-Security-Token"]).toBe("sts");
    expect(added.Authorization).toMatch(
      /^V11-HMAC-SHA256 Credential=AccessKey\/20260101\/ap-southeast-1\/iotdm, SignedHeaders=host;instance-id;x-sdk-date;x-security-token, Signature=[0-9a-f]{64}$/,
    );
  });

  it("covers the host with its port and every byte of the body", () => {
    const request = { method: "POST", path: "/p", query: [], headers: { Host: "localhost:4010" }, body: "é" };
    const first = signature(request, "2026-01-01T00:00:00Z", basic);
    expect(signature({ ...request, headers: { Host: "localhost" } }, "2026-01-01T00:00:00Z", basic)).not.toBe(first);
    expect(signature({ ...request, body: "é\n" }, "2026-01-01T00:00:00Z", basic)).not.toBe(first);
  });

  it.each([{ "Instance-Id": "a\r\nX-Admin: 1" }, { "Instance-Id": "a\nb" }, { "Instance\nId": "a" }])(
    "refuses a header that could smuggle a line: %j",
    (headers) => {
      const request = { method: "GET", path: "/p", query: [], headers, body: "" };
      expect(() => sign(request, keys, 0, basic)).toThrow(/can not be signed/);
    },
  );
});

describe("encodeQuery", () => {
  it("sorts by name, then value, and encodes all but the unreserved", () => {
    const query = [
      ["b", "2"],
      ["a", "z"],
      ["a", "1 +/'()*!~"],
    ] as const;
    expect(encodeQuery(query)).toBe("a=1%20%2B%2F%27%28%29%2A%21~&a=z&b=2");
  });
});
