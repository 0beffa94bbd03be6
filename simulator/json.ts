/** Anything that survives JSON. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON text; undefined when it is not JSON. Integers beyond 2^53 are kept to the digit: see writeJson. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(/\d{16}/.test(text) ? text.replace(TOKEN, keepDigits) : text);
    return value;
  } catch {
    return undefined;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** An integer that a number cannot hold is carried as text behind this, which no other text begins with. */
const LONG = "\u0000long:";
const WRITTEN_LONG = /"\\u0000long:(-?\d+)"/g;

function keepDigits(token: string): string {
  const fits = !/^-?\d+$/.test(token) || Number.isSafeInteger(Number(token));
  return fits ? token : JSON.stringify(LONG + token);
}

/** JSON text in which long integers are numbers again. */
export function writeJson(value: Json): string {
  return JSON.stringify(value).replace(WRITTEN_LONG, "$1");
}

export function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}

export function numberOf(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === "number" ? value : undefined;
}

export function objectOf(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isObject(value) ? value : undefined;
}

/** The array's strings, or undefined when the key holds no array of strings only. */
export function textsOf(object: JsonObject, key: string): string[] | undefined {
  const value = object[key];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item) => typeof item === "string");
  return texts.length === value.length ? texts : undefined;
}
