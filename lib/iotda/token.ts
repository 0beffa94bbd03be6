import { z } from "zod";
import type { Credentials } from "@/lib/env";
import { fail, ok, type Result } from "@/lib/failure";
import { classify } from "./classify";
import { type HttpDeps, send } from "./http";

export type TokenSource = {
  /** A token that is good for now. */
  get(): Promise<Result<string>>;
  /** The platform refused this token: the next `get` fetches another. */
  drop(token: string): void;
  /** Every token still in use, so that none is shown. */
  known(): readonly string[];
};

type Held = { token: string; renewAt: number; endsAt: number };

/** IoTDA reference: authentication, IAM token: valid for 24 hours. Used where the answer does not say. */
const LIFETIME_MS = 24 * 3_600_000;
/** Renewed in its last tenth, so that a request never meets the end of it. */
const RENEW_AT = 0.9;

const answerBody = z.object({
  token: z.object({ expires_at: z.iso.datetime({ offset: true }), issued_at: z.iso.datetime({ offset: true }) }),
});

/** Fetches tokens from IAM, one fetch at a time however many ask, and keeps the last one. `region` names the project. */
export function createTokenSource(
  credentials: Extract<Credentials, { kind: "token" }>,
  region: string,
  deps: HttpDeps,
): TokenSource {
  let held: Held | null = null;
  let fetching: Promise<Result<string>> | null = null;

  async function renew(): Promise<Result<string>> {
    const result = await fetchToken(credentials, region, deps);
    if (result.ok) {
      held = result.value;
      return ok(result.value.token);
    }
    // Renewing early may fail: the old token is still good.
    return held !== null && deps.now() < held.endsAt ? ok(held.token) : result;
  }

  return {
    async get() {
      if (held !== null && deps.now() < held.renewAt) return ok(held.token);
      fetching ??= renew().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    drop(token) {
      if (held?.token === token) held = null;
    },
    known: () => (held === null ? [] : [held.token]),
  };
}

async function fetchToken(
  { iamEndpoint, domain, user, password }: Extract<Credentials, { kind: "token" }>,
  region: string,
  deps: HttpDeps,
): Promise<Result<Held>> {
  const from = deps.now();
  const request = {
    operation: "CreateToken",
    origin: iamEndpoint,
    method: "POST",
    path: "/v3/auth/tokens",
    query: [],
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: user, password: password.reveal(), domain: { name: domain } } },
        },
        scope: { project: { name: region } },
      },
    }),
    // A second token does no harm, so silence means nothing worse than no token.
    writes: false,
    what: null,
  } as const;
  const sent = await send(request, deps);
  if (!sent.ok) return sent;
  const { status, requestId, body, header } = sent.value;
  if (status < 200 || status > 299) return fail(classify(request, sent.value, "token", deps.scrub));
  const token = header("x-subject-token");
  if (token === null || token === "") return fail({ kind: "unreadable", operation: request.operation, requestId });
  const said = answerBody.safeParse(body);
  // Its own two instants, because the server's clock is not ours.
  const lifetime = said.success
    ? Date.parse(said.data.token.expires_at) - Date.parse(said.data.token.issued_at)
    : LIFETIME_MS;
  return ok({ token, renewAt: from + lifetime * RENEW_AT, endsAt: from + lifetime });
}
