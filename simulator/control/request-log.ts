import type { Json, JsonObject } from "../json";

export interface LoggedRequest {
  id: string;
  at: number;
  operation: string;
  method: string;
  url: string;
  status: number;
  code: string | undefined;
  /** How the request broke the contract; undefined when it did not. */
  violation: string | undefined;
  body: Json | undefined;
  bodyBytes: number;
}

const KEPT = 1000;
const BIG_BYTES = 64 * 1024;
const BIG_KEPT = 8;

/** The last requests, and every violation among them. Of large bodies only the last few are kept. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #violations: LoggedRequest[] = [];
  #counts = new Map<string, number>();

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    this.#counts.set(entry.operation, (this.#counts.get(entry.operation) ?? 0) + 1);
    if (entry.violation !== undefined) this.#violations.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
    if (this.#violations.length > KEPT) this.#violations.shift();
    const big = this.#entries.filter((item) => item.bodyBytes > BIG_BYTES && item.body !== undefined);
    if (big.length > BIG_KEPT && big[0]) big[0].body = undefined;
  }

  clear(): void {
    this.#entries = [];
    this.#violations = [];
    this.#counts.clear();
  }

  /** Newest last. */
  requests(operation: string | null, limit: number): JsonObject[] {
    const found = this.#entries.filter((entry) => operation === null || entry.operation === operation);
    return found.slice(-limit).map(toJson);
  }

  violations(): JsonObject[] {
    return this.#violations.map(toJson);
  }

  counts(): JsonObject {
    return Object.fromEntries(this.#counts);
  }
}

function toJson(entry: LoggedRequest): JsonObject {
  const { id, at, operation, method, url, status, code, violation, body, bodyBytes } = entry;
  return {
    request_id: id,
    at: new Date(at).toISOString(),
    operation,
    method,
    url,
    status,
    error_code: code ?? null,
    violation: violation ?? null,
    body: body ?? null,
    body_bytes: bodyBytes,
  };
}
