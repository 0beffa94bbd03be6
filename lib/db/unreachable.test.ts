import { expect, test } from "vitest";
import { openDatabase } from "./open";
import { DatabaseUnreachableError, explained } from "./unreachable";

test("a server that is not there is one sentence, which does not repeat the address", async () => {
  const opening = openDatabase({ url: "postgres://fleet:hush-hush@127.0.0.1:4998/fleet" });
  await expect(opening).rejects.toThrow(DatabaseUnreachableError);
  await expect(opening).rejects.toThrow(/^The database of DATABASE_URL cannot be used: nothing listens/);
  await expect(opening).rejects.not.toThrow(/hush-hush/);
});

test.each([
  ["28P01", /password/],
  ["3D000", /no database of that name/],
  ["ENOTFOUND", /host name/],
])("%s is explained", (code, words) => {
  expect(String(explained(Object.assign(new Error("raw"), { code })))).toMatch(words);
});

test("a bug stays what it is", () => {
  const bug = new TypeError("undefined is not a function");
  expect(explained(bug)).toBe(bug);
});
