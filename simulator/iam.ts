import { createHmac } from "node:crypto";
import { Refusal } from "./errors";
import { isObject, type Json, type JsonObject, objectOf, parseJson, textOf } from "./json";
import { sameSignature } from "./signature";

export interface IamAccount {
  domain: string;
  user: string;
  password: string;
  project: string;
  region: string;
}

/** IoTDA reference: a token is valid for 24 h. */
export const TOKEN_MS = 24 * 3_600_000;

/** The identity service. Tokens carry their own end, so they survive a restart. */
export class Iam {
  readonly #account: IamAccount;
  readonly #key: string;

  constructor(account: IamAccount) {
    this.#account = account;
    this.#key = `${account.domain}/${account.user}/${account.password}`;
  }

  /** Checks the body of POST /v3/auth/tokens by hand and issues a token. Throws a Refusal. */
  issue(body: Json, now: number): { token: string; body: JsonObject } {
    const { domain, user, password } = readIdentity(body);
    const account = this.#account;
    if (domain !== account.domain || user !== account.user || password !== account.password) {
      throw new Refusal(401, "IAM.0001", "The username or password is wrong.");
    }
    const expires = now + TOKEN_MS;
    const claim = `${expires}.${Math.floor(now)}`;
    const token = `MIIS${Buffer.from(claim).toString("base64url")}-${this.#sign(claim)}`;
    const time = (ms: number) => `${new Date(ms).toISOString().slice(0, -1)}000Z`;
    return {
      token,
      body: {
        token: {
          methods: ["password"],
          issued_at: time(now),
          expires_at: time(expires),
          project: { id: account.project, name: account.region, domain: { name: account.domain } },
          user: { name: account.user, domain: { name: account.domain } },
        },
      },
    };
  }

  /** Milliseconds since 1970 when a token ends; undefined for one that was never issued here. */
  endOf(token: string): number | undefined {
    const parts = /^MIIS([A-Za-z0-9_-]+)-([0-9a-f]{64})$/.exec(token);
    if (!parts) return undefined;
    const claim = Buffer.from(parts[1] ?? "", "base64url").toString();
    if (!sameSignature(this.#sign(claim), parts[2] ?? "")) return undefined;
    return Number(claim.split(".")[0]);
  }

  /** GET /v3/projects?name= */
  projects(name: string | null): JsonObject {
    const { project, region } = this.#account;
    const found = name === null || name === region;
    return { projects: found ? [{ id: project, name: region, enabled: true }] : [] };
  }

  #sign(claim: string): string {
    return createHmac("sha256", this.#key).update(claim).digest("hex");
  }
}

function readIdentity(body: Json): { domain: string; user: string; password: string } {
  const auth = objectOf(isObject(body) ? body : {}, "auth") ?? {};
  const identity = objectOf(auth, "identity") ?? {};
  const user = objectOf(objectOf(identity, "password") ?? {}, "user") ?? {};
  const project = objectOf(objectOf(auth, "scope") ?? {}, "project") ?? {};
  const domain = textOf(objectOf(user, "domain") ?? {}, "name");
  const name = textOf(user, "name");
  const password = textOf(user, "password");
  const methods = identity.methods;
  const scoped = textOf(project, "name") !== undefined || textOf(project, "id") !== undefined;
  const right = Array.isArray(methods) && methods.includes("password");
  if (!right || !scoped || domain === undefined || name === undefined || password === undefined) {
    throw new Refusal(400, "IAM.0011", "The request body is not a password authentication with a project scope.");
  }
  return { domain, user: name, password };
}

export function readIamBody(text: string): Json {
  const body = parseJson(text);
  if (body === undefined) throw new Refusal(400, "IAM.0011", "The request body is not JSON.");
  return body;
}
