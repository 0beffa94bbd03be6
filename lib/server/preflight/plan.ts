import { MAX_SQL } from "@/lib/iotda/search-sql";
import { PAGE } from "../read-pages";

/** Calls to the platform that one look may cost. */
export const MAX_CALLS = 1_200;
/** Five calls a second for all looks together; searches are a second apart. IoTDA reference: SearchDevices. */
export const CALL_EVERY_MS = 200;
export const SEARCH_EVERY_MS = 1_100;
/** Longer than this nobody waits for an answer that is only good to know. */
const MAX_MS = 300_000;

/** Characters of a search by device IDs that are not IDs, with the longest resource space; the first ID has no comma. */
const SQL_FRAME = "select * from device where app_id = '' and device_id in () limit 50".length + 36 - 1;
/** Quotes and comma around each ID. */
const SQL_SIGNS = 3;

/**
 * What has to be found out: facts of `count` devices whose IDs have `idLength` characters on average. `listed` devices
 * would have to be paged through to find them in a list, null when nobody knows; `members` would be found by a search
 * by group, null where the devices do not come from groups. `calls` are left.
 */
export type Work = {
  count: number;
  idLength: number;
  listed: number | null;
  members: number | null;
  searches: boolean;
  calls: number;
};

/** One way to read devices, how many of them it reaches, and how many calls and milliseconds it takes. */
type Plan = { by: "show" | "search" | "group" | "list"; reaches: number; calls: number; ms: number };

/** The way that reaches most; of those the fastest. Null when nothing is left to spend, or nothing to do. */
export function planReading({ count, idLength, listed, members, searches, calls }: Work): Plan | null {
  if (count === 0) return null;
  const plan = (by: Plan["by"], needed: number, everyMs: number): Plan => {
    const spent = Math.min(needed, calls, Math.floor(MAX_MS / everyMs));
    const reaches = spent === needed ? count : Math.floor((count * spent) / needed);
    return { by, reaches, calls: spent, ms: spent * everyMs };
  };
  const ways = [
    plan("show", count, CALL_EVERY_MS),
    ...(listed === null ? [] : [plan("list", Math.max(1, Math.ceil(listed / PAGE)), CALL_EVERY_MS)]),
    ...(searches ? [plan("search", Math.ceil(count / idsInSearch(idLength)), SEARCH_EVERY_MS)] : []),
    ...(searches && members !== null ? [plan("group", Math.ceil(members / PAGE), SEARCH_EVERY_MS)] : []),
  ].filter(({ calls: spent }) => spent > 0);
  return ways.toSorted((a, b) => b.reaches - a.reaches || a.ms - b.ms)[0] ?? null;
}

const idsInSearch = (idLength: number): number =>
  Math.max(1, Math.min(PAGE, Math.floor((MAX_SQL - SQL_FRAME) / (idLength + SQL_SIGNS))));

/** IDs in as few searches as they fit, none longer than the platform takes. */
export function packIds(spaceId: string, ids: readonly string[]): readonly { sql: string; ids: readonly string[] }[] {
  const packed: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const pack = packed.at(-1);
    if (pack === undefined || pack.length === PAGE || room < id.length + SQL_SIGNS) {
      packed.push([id]);
      room = MAX_SQL - SQL_FRAME - id.length - SQL_SIGNS;
    } else {
      pack.push(id);
      room -= id.length + SQL_SIGNS;
    }
  }
  return packed.map((pack) => {
    const quoted = pack.map((id) => `'${id}'`).join(",");
    return {
      sql: `select * from device where app_id = '${spaceId}' and device_id in (${quoted}) limit ${PAGE}`,
      ids: pack,
    };
  });
}

/** So many of a list, spread evenly over it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (count >= list.length) return list;
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)] as T);
}
