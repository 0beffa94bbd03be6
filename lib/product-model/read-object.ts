import { type Json, plainObject } from "@/lib/json";
import { jsonIn } from "./json-node";
import { readJson } from "./read-json";

/** The JSON object that a text says; null when it says anything else. */
export function readObject(text: string): { readonly [key: string]: Json } | null {
  const read = readJson(text);
  if (!read.ok || read.node.kind !== "object") return null;
  return plainObject(read.node.entries.map(({ key, value }) => [key, jsonIn(value)]));
}
