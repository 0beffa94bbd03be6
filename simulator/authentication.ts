import { malformed, Refusal } from "./errors";
import type { Iam } from "./iam";
import {
  expectedSignature,
  parseAuthorization,
  type SignedRequest,
  sameSignature,
  sha256,
  UNSIGNED_PAYLOAD,
} from "./signature";
import { fromBasic } from "./wire-time";

export type Signing = "any" | "basic" | "derived" | "token";

export interface Gate {
  signing: Signing;
  accessKey: string;
  secretKey: string;
  region: string;
  iam: Iam;
  /** How a bad token is answered; both are documented. */
  badToken: 401 | 403;
  /** How the plain scheme is answered where only the derived one is accepted; both are documented. */
  plainRefusal: 400 | 401;
}

const SKEW_MS = 15 * 60_000;
const SERVICE = "iotdm";

/** IoTDA reference: authentication. `wall` is real time, `calendar` the platform's. Throws a Refusal. */
export function authenticate(gate: Gate, request: SignedRequest, wall: number, calendar: number): void {
  const token = request.headers["x-auth-token"];
  if (token !== undefined) {
    checkToken(gate, token, calendar);
    return;
  }
  const header = request.headers.authorization;
  if (header === undefined) {
    if (gate.signing === "token") throw new Refusal(400, "IOTDA.000006", MISSING_TOKEN);
    throw refused("The request carries no authentication.");
  }
  const authorization = parseAuthorization(header);
  if (!authorization?.signedHeaders.includes("x-sdk-date")) {
    throw refused("The Authorization header cannot be read.");
  }
  checkScheme(gate, authorization.scheme);
  checkDate(request, wall);
  if (authorization.accessKey !== gate.accessKey) throw refused("The access key is unknown.");
  if (authorization.scheme === "derived") checkScope(gate, authorization.scope, request);
  const missing = authorization.signedHeaders.find((name) => request.headers[name] === undefined);
  if (missing !== undefined) throw refused(`The signed header ${missing} is missing.`);
  checkBodyHash(request, authorization.signedHeaders);
  const expected = expectedSignature(request, authorization, gate.secretKey);
  if (!sameSignature(expected, authorization.signature)) throw refused("verify aksk signature fail");
}

const MISSING_TOKEN = "Missing request header 'X-Auth-Token' for method parameter of type String";

/** IoTDA reference: APIGW.0301. */
function refused(detail: string): Refusal {
  return new Refusal(401, "APIGW.0301", `Incorrect IAM authentication information: ${detail}`);
}

function checkToken(gate: Gate, token: string, calendar: number): void {
  const end = gate.iam.endOf(token);
  const accepted = gate.signing === "any" || gate.signing === "token";
  if (accepted && end !== undefined && end > calendar) return;
  if (gate.badToken === 403) throw new Refusal(403, "IOTDA.000004", "Invalid access token.");
  throw refused(end === undefined ? "decrypt token fail" : "token expired");
}

function checkScheme(gate: Gate, scheme: "basic" | "derived"): void {
  if (gate.signing === "any" || gate.signing === scheme) return;
  if (gate.plainRefusal === 400) throw new Refusal(400, "IOTDA.000006", MISSING_TOKEN);
  throw new Refusal(401, "IOTDA.000002", "Authentication failed.");
}

function checkDate(request: SignedRequest, wall: number): void {
  const date = fromBasic(request.headers["x-sdk-date"] ?? "");
  if (date === undefined) throw refused("X-Sdk-Date cannot be read.");
  if (Math.abs(date - wall) > SKEW_MS) {
    throw new Refusal(401, "APIGW.0303", "The signature has expired: X-Sdk-Date differs by more than 15 minutes.");
  }
}

function checkScope(gate: Gate, scope: string, request: SignedRequest): void {
  const date = (request.headers["x-sdk-date"] ?? "").slice(0, 8);
  if (scope !== `${date}/${gate.region}/${SERVICE}`) throw refused("The credential scope does not fit.");
}

/** The header is believed only for bodies that are not JSON, or when it is the true hash. */
function checkBodyHash(request: SignedRequest, signedHeaders: string[]): void {
  const claimed = request.headers["x-sdk-content-sha256"];
  const multipart = /^multipart\//i.test(request.headers["content-type"] ?? "");
  if (claimed === undefined && !multipart) return;
  if (claimed === undefined) throw refused("An upload must carry X-Sdk-Content-Sha256.");
  if (!signedHeaders.includes("x-sdk-content-sha256")) throw refused("X-Sdk-Content-Sha256 is not signed.");
  const json = (request.headers["content-type"] ?? "").includes("json");
  if (claimed === UNSIGNED_PAYLOAD && !json) return;
  if (claimed !== sha256(request.body)) throw malformed("The body differs from its hash.");
}
