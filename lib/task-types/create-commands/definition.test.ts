import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeJson } from "@/lib/json";
import { checkObject } from "@/lib/product-model/check";
import { fieldsOf } from "@/lib/product-model/field";
import { paras, valuesFor } from "@/lib/product-model/models-for-tests";
import { textOf } from "@/lib/product-model/values";
import { MAX_COMMAND_NAME, MAX_PARAS_BYTES, MAX_SERVICE_ID, parasSize } from "../shared/model-command";
import { aField, commonAnswers, jsonOfSize, refusedBy } from "../shared/model-for-tests";
import { createCommands, readCommand } from "./definition";

const valve = readCommand({
  productId: "p1",
  serviceId: "Valve",
  commandName: "set_valve_position",
  fields: [
    aField("position", "enum", { required: true, enumList: ["open", "closed"] }),
    aField("opening", "decimal", { min: "0", max: "100", step: 0.5 }),
    aField("serial", "long"),
  ],
  values: [
    { name: "position", value: "closed" },
    { name: "serial", value: "9007199254740993" },
  ],
});
const free = readCommand({ free: true, json: '{"anything": [1, {"a": null}]}' });
const refused = (change: object, from = valve) => refusedBy(createCommands, { command: { ...from, ...change } });

test("the form becomes the document, digit by digit", () => {
  expect(writeJson(createCommands.document({ ...commonAnswers, command: valve }))).toBe(
    '{"service_id":"Valve","command_name":"set_valve_position","paras":{"position":"closed","serial":9007199254740993}}',
  );
});

test("without a model only what is given is sent", () => {
  expect(refused({}, free)).toEqual([]);
  expect(createCommands.document({ ...commonAnswers, command: free })).toEqual({
    paras: { anything: [1, { a: null }] },
  });
});

describe("limits, at the limit and one past it", () => {
  test.each([
    [
      "service_id",
      { serviceId: "s".repeat(MAX_SERVICE_ID) },
      { serviceId: "s".repeat(MAX_SERVICE_ID + 1) },
      "command.serviceId: service-long",
    ],
    [
      "command_name",
      { commandName: "c".repeat(MAX_COMMAND_NAME) },
      { commandName: "c".repeat(MAX_COMMAND_NAME + 1) },
      "command.commandName: command-long",
    ],
    [
      "paras",
      { json: jsonOfSize(MAX_PARAS_BYTES) },
      { json: jsonOfSize(MAX_PARAS_BYTES + 1) },
      "command.json: paras-large",
    ],
  ])("%s", (_, good, bad, issue) => {
    expect(refused(good, free)).toEqual([]);
    expect(refused(bad, free)).toContain(issue);
  });

  test("bytes are counted, not characters, and not the spaces that are not sent", () => {
    expect(parasSize({ ...free, json: ' {"k" : "水"} ' })).toBe(11);
  });
});

describe("what is missing or does not fit", () => {
  test.each([
    ["product", { productId: "" }, "command.productId: product-missing"],
    ["service", { serviceId: "" }, "command.serviceId: service-missing"],
    ["command", { commandName: "" }, "command.commandName: command-missing"],
    ["a required parameter", { values: [] }, "command.values.position: required"],
    ["a value of the form", { values: [{ name: "position", value: "half" }] }, "command.values.position: choice"],
    [
      "JSON inside a field, of an object or of a kind that nobody knows",
      {
        fields: [aField("limits", "jsonObject"), aField("matrix", "matrix"), aField("other", "jsonObject")],
        values: [
          { name: "limits", value: "{" },
          { name: "matrix", value: "[1" },
          { name: "other", value: "{}" },
        ],
      },
      "command.values.limits: json-end",
      "command.values.matrix: json-end",
    ],
    ["a value of the JSON", { mode: "json", json: '{"position":"open","opening":0.3}' }, "command.json.opening: step"],
    ["a key of the JSON", { mode: "json", json: '{"position":"open","valve":1}' }, "command.json.valve: unknown"],
    ["no object", { mode: "json", json: "[]" }, "command.json: json-object"],
    ["no JSON", { mode: "json", json: '{"a": 1,}' }, "command.json: json-comma"],
    ["no JSON at all", { mode: "json" }, "command.json: json-empty"],
  ])("%s", (_, change, ...issues) => {
    expect(refused(change)).toEqual(issues);
  });

  test("a document is never made of JSON that is none", () => {
    const command = { ...valve, mode: "json" as const, json: "{" };
    expect(() => createCommands.document({ ...commonAnswers, command })).toThrow(TypeError);
  });
});

test("a parameter of any name can be wrong without its error being lost", () => {
  const fields = ["__proto__", "constructor", "a.b"].map((name) => aField(name, "int", { required: true }));
  expect(refused({ fields })).toEqual([
    "command.values: required",
    "command.values: required",
    "command.values.a.b: required",
  ]);
});

test("a draft that holds anything else starts where a new one starts", () => {
  for (const held of [undefined, null, 7, "x", [], { mode: 1, fields: "no", values: [{ name: 1 }] }])
    expect(readCommand(held)).toEqual(createCommands.blank.command);
});

test("for any model, what the schema lets through satisfies model and contract", () => {
  let sent = 0;
  const filled = fc
    .array(paras, { minLength: 1, maxLength: 4 })
    .map(fieldsOf)
    .chain((fields) =>
      fc.tuple(...fields.map(valuesFor)).map((values) => ({
        fields,
        values: fields.flatMap((field, index) => {
          const value = values[index];
          const text = value === undefined ? null : textOf(field, value);
          return text === null ? [] : [{ name: field.name, value: text }];
        }),
      })),
    );
  fc.assert(
    fc.property(filled, (own) => {
      const command = readCommand({ ...valve, ...own });
      if (refusedBy(createCommands, { command }).length > 0) return;
      sent += 1;
      const document = JSON.parse(JSON.stringify(createCommands.document({ ...commonAnswers, command })));
      expect(Object.keys(document).toSorted()).toEqual(["command_name", "paras", "service_id"]);
      expect(checkObject(own.fields, document.paras)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(sent).toBeGreaterThan(150);
});
