import type { Contract, QueryValue } from "../contract";
import { badTime } from "../errors";
import type { JsonObject } from "../json";
import { fromBasic } from "../wire-time";
import type { World } from "./world";

/** A call that has passed authentication and the contract's field checks. */
export interface Call {
  params: Record<string, string>;
  query: Record<string, QueryValue>;
  body: JsonObject;
}

export interface Answer {
  status: number;
  body?: JsonObject;
}

/** Answers a call, or throws a Refusal. Depends on nothing but the world and the call. */
export type Handler = (world: World, call: Call, contract: Contract) => Answer;

export function queryText(call: Call, name: string): string | undefined {
  const value = call.query[name];
  return typeof value === "string" ? value : undefined;
}

/** Milliseconds of a query parameter in the basic form. Throws a Refusal when it is none. */
export function basicTime(call: Call, name: string): number | undefined {
  const text = queryText(call, name);
  if (text === undefined) return undefined;
  const time = fromBasic(text);
  if (time === undefined) throw badTime(`${name}.`);
  return time;
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}

export const ok = (body: JsonObject): Answer => ({ status: 200, body });
export const created = (body: JsonObject): Answer => ({ status: 201, body });
export const noContent = (): Answer => ({ status: 204 });
