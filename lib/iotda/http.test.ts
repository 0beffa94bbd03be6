import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { type HttpDeps, type HttpRequest, READ_TIMEOUT_MS, send, WRITE_TIMEOUT_MS } from "./http";
import { answer } from "./scripted";
import { signInByKeys } from "./sign-in";

const request: HttpRequest = {
  operation: "ShowApplications",
  origin: "http://127.0.0.1:4010",
  method: "POST",
  path: "/v5/iot/p/apps",
  query: [["name", "a b/c"]],
  headers: { "Content-Type": "application/json" },
  body: '{"sql":"é"}',
  writes: false,
};

function deps(fetch: HttpDeps["fetch"]) {
  const deadlines: number[] = [];
  const deadline = (ms: number) => {
    deadlines.push(ms);
    return new AbortController().signal;
  };
  return { deadlines, deps: { fetch, now: () => 0, scrub: (text: string) => text, deadline } };
}

describe("send", () => {
  it("puts an end to waiting, later for a write, and follows no redirect", async () => {
    const redirects: string[] = [];
    const { deadlines, deps: given } = deps(async (_url, { redirect, signal }) => {
      redirects.push(redirect);
      expect(signal).toBeInstanceOf(AbortSignal);
      return answer({ status: 302 });
    });
    expect(await send(request, given)).toMatchObject({ ok: true, value: { status: 302 } });
    await send({ ...request, writes: true }, given);
    expect(deadlines).toEqual([READ_TIMEOUT_MS, WRITE_TIMEOUT_MS]);
    expect(redirects).toEqual(["manual", "manual"]);
  });

  it("gives up a read and is unsure of a write when the time is up while the answer is read", async () => {
    const late = { ...answer({}), text: () => Promise.reject(new DOMException("late", "TimeoutError")) };
    const { deps: given } = deps(async () => late);
    expect(await send(request, given)).toEqual({
      ok: false,
      failure: { kind: "unreachable", host: "127.0.0.1:4010", cause: "timeout" },
    });
    expect(await send({ ...request, writes: true }, given)).toMatchObject({ failure: { kind: "uncertain" } });
  });

  it("sends what was signed: the host with its port, the query and the bytes", async () => {
    const seen: { url: string | undefined; host: string | undefined; body: string }[] = [];
    const server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      seen.push({ url: incoming.url, host: incoming.headers.host, body: Buffer.concat(chunks).toString() });
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const keys = { ak: "a", sk: "s", securityToken: null, projectId: "p" };
    const signIn = signInByKeys({ endpoint: origin, region: "r", signing: "derived" }, keys, () => 0);
    const headers = await signIn.headers({ ...request, origin });
    const { deps: given } = deps(fetch);
    if (headers.ok) await send({ ...request, origin, headers: headers.value }, given);
    server.close();
    expect(seen).toEqual([{ url: "/v5/iot/p/apps?name=a%20b%2Fc", host: `127.0.0.1:${port}`, body: '{"sql":"é"}' }]);
    expect(headers).toMatchObject({
      value: { Authorization: expect.stringContaining("SignedHeaders=content-type;host;") },
    });
  });
});
