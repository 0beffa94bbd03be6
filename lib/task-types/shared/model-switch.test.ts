import { expect, test } from "vitest";
import { aField } from "./model-for-tests";
import { toForm } from "./model-switch";

const fields = [aField("level", "int"), aField("label", "string")];

test("JSON that the form can show becomes the form, also where it does not fit", () => {
  expect(toForm('{"level": 9007199254740993, "label": "a"}', fields, false)).toEqual({
    ok: true,
    values: [
      { name: "level", value: "9007199254740993" },
      { name: "label", value: "a" },
    ],
    cleared: [],
  });
  expect(toForm('{"level": "many"}', fields, false)).toMatchObject({ ok: true });
});

test.each([
  ["{", null],
  ["[1]", null],
  ['{"level": [1], "labels": 1}', ["level", "labels"]],
  ['{"label": null}', ["label"]],
  ['{"$number": "5"}', ["$number"]],
])("%s stays JSON", (text, keys) => {
  expect(toForm(text, fields, false)).toEqual({ ok: false, keys });
});

test("null clears where it has that meaning, also what no field knows", () => {
  expect(toForm('{"label": null, "old": null}', fields, true)).toEqual({
    ok: true,
    values: [],
    cleared: ["label", "old"],
  });
});

test("no text is an empty form", () => {
  expect(toForm(" \n", fields, false)).toEqual({ ok: true, values: [], cleared: [] });
});
