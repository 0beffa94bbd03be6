import { describe, expect, it } from "vitest";
import { type Reply, scripted, tokenPlatform } from "./scripted";

const issued = (token: string, hours = 24): Reply => ({
  status: 201,
  headers: { "X-Subject-Token": token },
  // A server whose clock is a day ahead: only the distance between the two instants counts.
  body: {
    token: {
      issued_at: "2026-01-10T10:15:00.000000Z",
      expires_at: new Date(Date.parse("2026-01-10T10:15:00Z") + hours * HOUR).toISOString(),
    },
  },
});
const spaces: Reply = { body: { applications: [] } };
const refused: Reply = {
  status: 401,
  body: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information" },
};
const HOUR = 3_600_000;

describe("a token from IAM", () => {
  it("is asked for as documented and sent along", async () => {
    const { iotda, sent } = scripted([issued("t1"), spaces], tokenPlatform);
    expect(await iotda.listResourceSpaces()).toEqual({ ok: true, value: [] });
    expect(sent[0]?.url.href).toBe("https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens");
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "console", password: "OURPASSWORD", domain: { name: "acme" } } },
        },
        scope: { project: { name: "cn-north-4" } },
      },
    });
    expect(sent[1]?.headers).toMatchObject({ "X-Auth-Token": "t1", "Instance-Id": "inst-1" });
    expect(sent[1]?.headers).not.toHaveProperty("Authorization");
  });

  it("is fetched once however many ask at once, and kept", async () => {
    const { iotda, sent } = scripted([issued("t1"), spaces, spaces, spaces], tokenPlatform);
    await Promise.all([iotda.listResourceSpaces(), iotda.ping()]);
    await iotda.ping();
    expect(sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET"]);
  });

  it("is renewed before it ends, and outlives a renewal that fails", async () => {
    const { iotda, sent, pass } = scripted(
      [issued("t1"), spaces, { status: 503 }, spaces, issued("t2"), spaces],
      tokenPlatform,
    );
    await iotda.ping();
    pass(22 * HOUR);
    await iotda.ping();
    expect(sent.at(-1)?.headers["X-Auth-Token"]).toBe("t1");
    await iotda.ping();
    expect(sent.at(-1)?.headers["X-Auth-Token"]).toBe("t2");
  });

  it("is not used beyond its end", async () => {
    const { iotda, sent, pass } = scripted([issued("t1", 1), spaces, { status: 503 }], tokenPlatform);
    await iotda.ping();
    pass(HOUR);
    expect(await iotda.ping()).toMatchObject({ ok: false, failure: { kind: "unreachable", cause: "5xx" } });
    expect(sent).toHaveLength(3);
  });

  it("is renewed once when the platform refuses it, for a write too: nothing was done", async () => {
    const done: Reply = { body: { targets: [] } };
    const { iotda, sent } = scripted([issued("t1"), refused, issued("t2"), done], tokenPlatform);
    expect(await iotda.stopTask("5c8ba99030344005c02316ad", { of: "all" })).toEqual({ ok: true, value: [] });
    expect(sent.map(({ headers }) => headers["X-Auth-Token"])).toEqual([undefined, "t1", undefined, "t2"]);
  });

  it("is not renewed for ever", async () => {
    const invalid: Reply = { status: 403, body: { error_code: "IOTDA.000004", error_msg: "Invalid token." } };
    const { iotda, left } = scripted([issued("t1"), refused, issued("t2"), invalid], tokenPlatform);
    expect(await iotda.ping()).toMatchObject({ ok: false, failure: { kind: "credentials", cause: "token" } });
    expect(left).toHaveLength(0);
  });

  it("tells why IAM gives none", async () => {
    const wrong: Reply = {
      status: 401,
      body: { error: { code: 401, message: "The password OURPASSWORD is wrong.", title: "Unauthorized" } },
    };
    const { iotda } = scripted([wrong], tokenPlatform);
    expect(await iotda.listResourceSpaces()).toEqual({
      ok: false,
      failure: {
        kind: "credentials",
        cause: "token",
        status: 401,
        code: "401",
        message: "The password [hidden] is wrong.",
        requestId: null,
      },
    });
    const silent = scripted([{ status: 201, body: {} }], tokenPlatform);
    expect(await silent.iotda.ping()).toMatchObject({ failure: { kind: "unreadable", operation: "CreateToken" } });
  });
});

describe("the project's id", () => {
  const unknown = { ...tokenPlatform, projectId: null };

  it("is looked up once by the region's name", async () => {
    const projects: Reply = {
      body: {
        projects: [
          { id: "p2", name: "cn-north-4_sub" },
          { id: "p1", name: "cn-north-4" },
        ],
      },
    };
    const { iotda, sent } = scripted([issued("t1"), projects, spaces, spaces], unknown);
    await iotda.ping();
    await iotda.ping();
    expect(sent.map(({ url }) => url.pathname + url.search)).toEqual([
      "/v3/auth/tokens",
      "/v3/projects?name=cn-north-4",
      "/v5/iot/p1/apps",
      "/v5/iot/p1/apps",
    ]);
  });

  it("is a matter of credentials when IAM knows none", async () => {
    const { iotda } = scripted([issued("t1"), { body: { projects: [] } }], unknown);
    expect(await iotda.ping()).toMatchObject({ failure: { kind: "credentials", cause: "project" } });
  });
});
