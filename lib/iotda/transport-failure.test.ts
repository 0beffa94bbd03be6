import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchFailed } from "./scripted";
import { transportFailure } from "./transport-failure";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return `127.0.0.1:${address.port}`;
}

const thrown = (url: string, init?: RequestInit): Promise<unknown> =>
  fetch(url, init).then(
    (answer) => answer.text().catch((error: unknown) => error),
    (error: unknown) => error,
  );

describe("what Node's own fetch throws", () => {
  it("is certain that nothing left when nobody listens", async () => {
    const host = await listen(() => {});
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(transportFailure(await thrown(`http://${host}`))).toEqual({ cause: "refused", nothingSent: true });
  });

  it("is certain that nothing left when the other side does not speak TLS", async () => {
    const host = await listen(() => {});
    expect(transportFailure(await thrown(`https://${host}`))).toEqual({ cause: "tls", nothingSent: true });
  });

  it("is not certain when the line is cut after the request", async () => {
    const host = await listen((request) => request.socket.destroy());
    const error = await thrown(`http://${host}`, { method: "POST", body: "{}" });
    expect(transportFailure(error)).toEqual({ cause: "cut", nothingSent: false });
  });

  it("is not certain when the answer is cut in the middle", async () => {
    const host = await listen((request, response) => {
      response.writeHead(201, { "Content-Length": "100" });
      response.write("{", () => request.socket.destroy());
    });
    const error = await thrown(`http://${host}`, { method: "POST", body: "{}" });
    expect(transportFailure(error)).toEqual({ cause: "cut", nothingSent: false });
  });

  it("is not certain when our own time is up", async () => {
    const host = await listen(() => {});
    const error = await thrown(`http://${host}`, { signal: AbortSignal.timeout(1) });
    expect(transportFailure(error)).toEqual({ cause: "timeout", nothingSent: false });
  });
});

describe("what can not be made on every machine", () => {
  it.each([
    ["ENOTFOUND", "getaddrinfo", "dns", true],
    ["EAI_AGAIN", "getaddrinfo", "dns", true],
    ["UND_ERR_CONNECT_TIMEOUT", undefined, "timeout", true],
    ["ETIMEDOUT", "connect", "timeout", true],
    ["ETIMEDOUT", "read", "timeout", false],
    ["EHOSTUNREACH", "connect", "refused", true],
    ["EHOSTUNREACH", "read", "cut", false],
    ["UND_ERR_HEADERS_TIMEOUT", undefined, "timeout", false],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", undefined, "tls", true],
    ["ERR_TLS_CERT_ALTNAME_INVALID", undefined, "tls", true],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", undefined, "tls", false],
    ["ECONNRESET", "read", "cut", false],
    ["EPIPE", "write", "cut", false],
  ])("%s at %s", (code, syscall, cause, nothingSent) => {
    expect(transportFailure(fetchFailed(code, syscall))).toEqual({ cause, nothingSent });
  });

  it("looks into the attempts at several addresses", () => {
    const attempts = [Object.assign(new Error("x"), { code: "ECONNREFUSED", syscall: "connect" })];
    const error = new TypeError("fetch failed", { cause: new AggregateError(attempts) });
    expect(transportFailure(error)).toEqual({ cause: "refused", nothingSent: true });
  });

  it("takes what it does not know for a cut line", () => {
    expect(transportFailure("odd")).toEqual({ cause: "cut", nothingSent: false });
  });
});
