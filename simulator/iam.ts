import { createHmac } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Refusal } from "./errors";
import { isObject, type JsonObject, objectOf, parseJson, textOf } from "./json";
import { sameSignature } from "./signature";

export interface IamAccount {
  domain: string;
  user: string;
  password: string;
  project: string;
  region: string;
}

/** IoTDA reference: a token is valid for 24 h. */
const TOKEN_MS = 24 * 3_600_000;

/** The identity service. Tokens carry their own end, so they survive a restart. */
export class Iam {
  readonly #account: IamAccount;
  readonly #key: string;

  constructor(account: IamAccount) {
    this.#account = account;
    this.#key = `${account.domain}/${account.user}/${account.password}`;
  }

  /** Checks the body of POST /v3/auth/tokens and issues a token. Inferred: its error codes. Throws a Refusal. */
  issue(text: string, now: number): { token: string; body: JsonObject } {
    const { domain, user, password, project } = readIdentity(text);
    const account = this.#account;
    if (domain !== account.domain || user !== account.user || password !== account.password) {
      throw new Refusal(401, "IAM.0001", "The username or password is wrong.");
    }
    const { name: region = account.region, id = account.project } = project;
    if (region !== account.region || id !== account.project) {
      throw new Refusal(401, "IAM.0004", "The project of the scope does not exist.");
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

const name = { type: "string", minLength: 1, maxLength: 256 };
const object = (properties: JsonObject, required = Object.keys(properties)): JsonObject => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** The one body of POST /v3/auth/tokens that is documented: a password, with a project as its scope. */
const TOKEN_REQUEST = object({
  auth: object({
    identity: object({
      methods: { type: "array", items: { const: "password" }, minItems: 1, maxItems: 1 },
      password: object({ user: object({ name, password: name, domain: object({ name }) }) }),
    }),
    scope: object({ project: { ...object({ name, id: name }, []), minProperties: 1 } }),
  }),
});
const isTokenRequest = new Ajv2020().compile(TOKEN_REQUEST);

interface Identity {
  domain: string | undefined;
  user: string | undefined;
  password: string | undefined;
  project: JsonObject;
}

function readIdentity(text: string): Identity {
  const body = parseJson(text);
  if (!isObject(body) || !isTokenRequest(body)) {
    throw new Refusal(400, "IAM.0011", "The request body is not a password authentication with a project scope.");
  }
  const auth = objectOf(body, "auth") ?? {};
  const user = objectOf(objectOf(objectOf(auth, "identity") ?? {}, "password") ?? {}, "user") ?? {};
  return {
    domain: textOf(objectOf(user, "domain") ?? {}, "name"),
    user: textOf(user, "name"),
    password: textOf(user, "password"),
    project: objectOf(objectOf(auth, "scope") ?? {}, "project") ?? {},
  };
}
