import { expect, test } from "vitest";
import { shortcut } from "./shortcut";

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  busy: false,
  ...more,
});

test.each([
  ["c", "new-task"],
  ["/", "search"],
  ["x", null],
])("%s means %s", (key, meaning) => expect(shortcut(press(key))).toBe(meaning));

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { busy: true }])(
  "copying, or typing into a field, is no shortcut: %j",
  (more) => expect(shortcut(press("c", more))).toBeNull(),
);
