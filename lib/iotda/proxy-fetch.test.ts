import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { outboundFetch } from "./proxy-fetch";
import { transportFailure } from "./transport-failure";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

/** A proxy that notes where it should lead to and refuses. */
async function refusingProxy() {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    asked.push(request.url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  return { asked, url: new Secret(`http://${await listen(proxy)}`) };
}

const init = () => ({ method: "GET", headers: {}, redirect: "manual", signal: AbortSignal.timeout(5000) }) as const;

describe("outboundFetch", () => {
  it("is Node's own without a proxy", () => {
    expect(outboundFetch(null)).toBe(fetch);
  });

  it("asks the proxy for https, and knows that nothing was sent when it refuses", async () => {
    const { asked, url } = await refusingProxy();
    const through = outboundFetch({ url, except: "" });
    const error = await through("https://iotda.invalid/x", init()).catch((thrown: unknown) => thrown);
    expect(asked).toEqual(["iotda.invalid:443"]);
    expect(transportFailure(error)).toEqual({ cause: "refused", nothingSent: true });
  });

  it("goes straight to hosts in NO_PROXY and to plain http", async () => {
    const { asked, url } = await refusingProxy();
    const host = await listen(createServer((_request, response) => response.end("here")));
    const answered = await outboundFetch({ url, except: "" })(`http://${host}/`, init());
    expect(await answered.text()).toBe("here");
    // A plain server does not speak TLS: the failure shows that it was asked itself.
    const error = await outboundFetch({ url, except: "127.0.0.1" })(`https://${host}/`, init()).catch(
      (thrown: unknown) => thrown,
    );
    expect(transportFailure(error).cause).toBe("tls");
    expect(asked).toEqual([]);
  });
});
