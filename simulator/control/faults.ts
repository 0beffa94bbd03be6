import { invalid } from "../errors";
import { isObject, type Json, type JsonObject, numberOf, objectOf, textOf } from "../json";

type FaultKind = "refuse" | "delay" | "malformed" | "drop-before" | "drop-after" | "rewrite";

export interface Fault {
  operation: string;
  kind: FaultKind;
  /** How often it still strikes. */
  times: number;
  status: number;
  code: string;
  message: string;
  headers: Record<string, string>;
  ms: number;
  body: JsonObject;
}

const KINDS: readonly FaultKind[] = ["refuse", "delay", "malformed", "drop-before", "drop-after", "rewrite"];

/** Faults that tests order, per operation. */
export class Faults {
  #list: Fault[] = [];

  get active(): readonly Fault[] {
    return this.#list;
  }

  /** Throws a Refusal when the order cannot be read. */
  add(order: JsonObject): void {
    const kind = KINDS.find((known) => known === order.kind);
    const operation = textOf(order, "operation");
    if (!kind || operation === undefined) throw invalid("A fault needs operation and kind.");
    const headers = Object.entries(objectOf(order, "headers") ?? {});
    this.#list.push({
      operation,
      kind,
      times: numberOf(order, "times") ?? Number.MAX_SAFE_INTEGER,
      status: numberOf(order, "status") ?? 500,
      code: textOf(order, "code") ?? "IOTDA.000001",
      message: textOf(order, "message") ?? "Internal server error.",
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ms: numberOf(order, "ms") ?? 1000,
      body: objectOf(order, "body") ?? {},
    });
  }

  clear(): void {
    this.#list = [];
  }

  /** The faults that strike this call; each is counted down. At most one of each kind. */
  strike(operation: string): Fault[] {
    const struck: Fault[] = [];
    for (const fault of this.#list) {
      const fits = fault.operation === "*" || fault.operation === operation;
      if (!fits || struck.some((other) => other.kind === fault.kind)) continue;
      fault.times--;
      struck.push(fault);
    }
    this.#list = this.#list.filter((fault) => fault.times > 0);
    return struck;
  }
}

/** Merges a patch into an answer: objects deeply, into every item of a list; null removes a key. */
export function rewrite(value: Json | undefined, patch: Json | undefined): Json | undefined {
  if (!isObject(patch)) return patch;
  if (Array.isArray(value)) return value.map((item) => rewrite(item, patch) ?? null);
  const merged: JsonObject = isObject(value) ? { ...value } : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete merged[key];
    else merged[key] = rewrite(merged[key], change);
  }
  return merged;
}
