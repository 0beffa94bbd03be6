import { describe, expect, it } from "vitest";
import { aRequest } from "./a-request";
import { fetchFailed, type Reply, scripted } from "./scripted";

const TASK = "5c8ba99030344005c02316ad";
const acts = ["stopTask", "retryTask", "confirmTask"] as const;

describe("what goes wrong", () => {
  it("repeats a read, waiting as long as it is asked to", async () => {
    const { iotda, slept, left } = scripted([
      { status: 429, headers: { "Retry-After": "3" } },
      fetchFailed("ECONNRESET", "read"),
      { body: { applications: [] } },
    ]);
    expect(await iotda.listResourceSpaces()).toEqual({ ok: true, value: [] });
    expect(slept).toEqual([3000, 600]);
    expect(left).toHaveLength(0);
  });

  const unanswered: readonly Reply[] = [
    fetchFailed("ECONNRESET", "read"),
    fetchFailed("UND_ERR_HEADERS_TIMEOUT"),
    { status: 500, body: { error_code: "IOTDA.000001" } },
    { status: 502, body: "<html>" },
    { status: 504, body: { error_code: "APIGW.0201" } },
  ];
  it.each(unanswered)("never repeats a write, and says that it may have happened: %#", async (reply) => {
    const writes = scripted([reply, reply, reply, reply, reply]);
    const { iotda } = writes;
    expect(await iotda.createTask(aRequest)).toEqual({
      ok: false,
      failure: { kind: "uncertain", operation: "CreateBatchTask" },
    });
    for (const act of acts)
      expect(await iotda[act](TASK, { of: "all" })).toMatchObject({ failure: { kind: "uncertain" } });
    expect(await iotda.deleteTask(TASK)).toMatchObject({
      failure: { kind: "uncertain", operation: "DeleteBatchTask" },
    });
    expect(writes.sent).toHaveLength(5);
  });

  it.each([{ status: 201, body: '{"task_id":' }, { status: 201, body: {} }, { status: 201 }])(
    "takes an accepted create without a readable id for uncertain: %j",
    async (reply) => {
      const { iotda } = scripted([reply]);
      expect(await iotda.createTask(aRequest)).toMatchObject({ failure: { kind: "uncertain" } });
    },
  );

  it.each(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"])(
    "knows that nothing was created after %s",
    async (code) => {
      const { iotda, sent } = scripted([fetchFailed(code, "connect")]);
      const failure = { kind: "unreachable", host: "iotda.cn-north-4.myhuaweicloud.com" };
      expect(await iotda.createTask(aRequest)).toMatchObject({ ok: false, failure });
      expect(sent).toHaveLength(1);
    },
  );

  it("deletes with an empty 204", async () => {
    const { iotda, sent } = scripted([{ status: 204 }]);
    expect(await iotda.deleteTask(TASK)).toEqual({ ok: true, value: null });
    expect(sent[0]).toMatchObject({ method: "DELETE", body: null });
  });

  it("hides our credentials in whatever the platform says", async () => {
    const echo = "AK OURACCESSKEY with SK OURSECRETKEY is wrong";
    const reply: Reply = {
      status: 401,
      body: { error_code: "APIGW.0301", error_msg: echo },
      headers: { "X-Request-Id": "OURSECRETKEY" },
    };
    const { iotda } = scripted([reply, { status: 400, body: { error: { code: "OURSECRETKEY", message: echo } } }]);
    for (const result of [await iotda.ping(), await iotda.createTask(aRequest)]) {
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toMatch(/OURSECRETKEY|OURACCESSKEY/);
      expect(JSON.stringify(result)).toContain("[hidden]");
    }
  });
});
