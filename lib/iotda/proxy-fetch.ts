import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";
import type { Env } from "@/lib/env";
import type { Fetch } from "./fetch";

/**
 * Node's own `fetch`, or one that goes through `HTTPS_PROXY`, which Node's ignores. Plain http (the simulator) never
 * takes the proxy. A private certificate authority is Node's own business: `NODE_EXTRA_CA_CERTS`.
 */
export function outboundFetch(proxy: Env["outboundProxy"]): Fetch {
  if (proxy === null) return fetch;
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: "", httpsProxy: proxy.url.reveal(), noProxy: proxy.except });
  return (url, init) => undiciFetch(url, { ...init, dispatcher });
}
