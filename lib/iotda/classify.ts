import type { CredentialsCause, Failure, PlatformAnswer } from "@/lib/failure";
import type { HttpAnswer, HttpRequest } from "./http";
import { platformError } from "./platform-error";
import type { Scrub } from "./scrub";
import type { SigningScheme } from "./signer";

/** How the request was signed in, which decides what a refusal of it means. */
export type SignedBy = SigningScheme["kind"] | "token";

export const DEFAULT_RETRY_AFTER_MS = 2_000;

/**
 * The failure behind an answer outside 200 to 299. `what` names the thing that the path asks for; a 404 without it is a
 * refusal. IoTDA reference: error codes; everything keyed on words or on 5xx is inferred.
 */
export function classify(
  request: Pick<HttpRequest, "operation" | "origin" | "writes"> & { what: string | null },
  answer: HttpAnswer,
  signedBy: SignedBy,
  scrub: Scrub,
): Failure {
  const { status, requestId } = answer;
  const said = platformError(answer.body);
  const told: PlatformAnswer = {
    status,
    code: scrub(said?.code ?? ""),
    message: scrub(said?.message ?? ""),
    requestId,
  };
  if (status === 429 || (status === 403 && told.code === "APIGW.0308"))
    return { kind: "throttled", retryAfterMs: answer.retryAfterMs ?? DEFAULT_RETRY_AFTER_MS, requestId };
  const cause = credentialsCause(told, signedBy);
  if (cause !== null) return { kind: "credentials", cause, ...told };
  if (status >= 500)
    return request.writes
      ? { kind: "uncertain", operation: request.operation }
      : { kind: "unreachable", host: new URL(request.origin).host, cause: "5xx" };
  if (status === 404 && request.what !== null && !told.code.startsWith("APIGW."))
    return { kind: "missing", what: request.what };
  return { kind: "refused", ...told };
}

function credentialsCause({ status, code, message }: PlatformAnswer, signedBy: SignedBy): CredentialsCause | null {
  const ours = signedBy === "token" ? "token" : "keys";
  if (code === "APIGW.0303") return "clock";
  if (status === 403) return REFUSALS_403[code] ?? null;
  if (status === 400 && /X-Auth-Token/i.test(message)) return "signing";
  // The platform could not read a token's content: the request went no further. IoTDA reference: error codes.
  if (status === 500 && code === "IOTDA.000020") return "token";
  if (status !== 401) return null;
  if (signedBy === "basic" && code === "IOTDA.000002") return "signing";
  // Inferred: a gateway that names the scope of a derived key means our region, not the key itself.
  if (signedBy === "derived" && /region|credential scope/i.test(message)) return "signing";
  return ours;
}

const REFUSALS_403: Readonly<Record<string, CredentialsCause>> = {
  "IOTDA.000004": "token",
  "IOTDA.000021": "project",
  "IOTDA.000022": "permission",
  "IOTDA.000034": "permission",
};
