import { expect, test } from "vitest";
import { exactNumber } from "@/lib/json";
import { readObject } from "./read-object";

test("one object, with every digit", () => {
  expect(readObject(' {"a": 9007199254740993} ')).toEqual({ a: exactNumber("9007199254740993") });
});

test.each(["", "{", "[]", "7", "null", '"text"', "{} {}"])("%j is no object", (text) => {
  expect(readObject(text)).toBeNull();
});
