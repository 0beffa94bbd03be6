import type { Platform } from "@/lib/env";
import { type Failure, ok, type Result } from "@/lib/failure";
import type { SignedBy } from "./classify";
import type { HttpDeps, HttpRequest } from "./http";
import { lookUpProjectId } from "./project-id";
import { type SigningKeys, sign } from "./signer";
import { signingScheme } from "./signing-scheme";
import type { TokenSource } from "./token";

/** How requests prove who sends them: by an access key or by a token. */
export type SignIn = {
  signedBy: SignedBy;
  projectId(): Promise<Result<string>>;
  headers(request: HttpRequest): Promise<Result<Record<string, string>>>;
  /**
   * Called with a refusal of a request sent with `headers`. True when fresh headers may do better: the platform did
   * not accept the token, so it did nothing and the request can be sent again.
   */
  renew(failure: Failure, headers: Record<string, string>): boolean;
};

/** Signs each request. `Host` is signed as `fetch` sends it: with the port unless it is the scheme's own. */
export function signInByKeys(
  platform: Pick<Platform, "endpoint" | "region" | "signing">,
  keys: SigningKeys & { projectId: string },
  now: () => number,
): SignIn {
  const scheme = signingScheme(platform.endpoint, platform.region, platform.signing);
  return {
    signedBy: scheme.kind,
    projectId: async () => ok(keys.projectId),
    async headers(request) {
      const headers = { ...request.headers, "X-Project-Id": keys.projectId };
      const covered = { ...headers, Host: new URL(request.origin).host };
      const body = request.body === null || typeof request.body === "string" ? (request.body ?? "") : null;
      const signature = sign({ ...request, headers: covered, body }, keys, now(), scheme);
      return ok({ ...headers, ...signature });
    },
    renew: () => false,
  };
}

/** Sends a token from IAM; asks IAM for the project's id too when it was not given. */
export function signInByToken(
  of: { iamEndpoint: string; region: string; projectId: string | null },
  tokens: TokenSource,
  deps: HttpDeps,
): SignIn {
  let known = of.projectId;
  return {
    signedBy: "token",
    async projectId() {
      if (known !== null) return ok(known);
      const token = await tokens.get();
      if (!token.ok) return token;
      const found = await lookUpProjectId({ ...of, token: token.value }, deps);
      if (found.ok) known = found.value;
      return found;
    },
    async headers(request) {
      const token = await tokens.get();
      return token.ok ? ok({ ...request.headers, "X-Auth-Token": token.value }) : token;
    },
    renew(failure, headers) {
      const token = headers["X-Auth-Token"];
      if (failure.kind !== "credentials" || failure.cause !== "token" || token === undefined) return false;
      tokens.drop(token);
      return true;
    },
  };
}
