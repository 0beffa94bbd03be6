import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, membersOf, plainObject, writeJson } from "@/lib/json";
import { checkObject } from "@/lib/product-model/check";
import { fieldsOf } from "@/lib/product-model/field";
import { paras, valuesFor } from "@/lib/product-model/models-for-tests";
import { readObject } from "@/lib/product-model/read-object";
import { textOf } from "@/lib/product-model/values";
import { aField, commonAnswers, refusedBy } from "../shared/model-for-tests";
import { updateDeviceShadows } from "./definition";
import { MAX_SHADOW_BYTES, MAX_SHADOW_SERVICES, readShadow, type ShadowService, shadowSize } from "./shadow";

const shadowOf = (...services: object[]) => readShadow({ productId: "p1", services });
const [meter] = shadowOf({
  serviceId: "Meter",
  fields: [
    aField("interval", "int", { min: "5", max: "1440", step: 5, required: true }),
    aField("thresholds", "jsonObject"),
    aField("label", "string"),
  ],
  values: [{ name: "interval", value: "60" }],
}).services as [ShadowService];
const json = (text: string, more: object = {}) => ({ ...meter, mode: "json", json: text, ...more });
const free = (text: string) => json(text, { free: true, mode: "form" });

const documentOf = (...services: object[]) =>
  updateDeviceShadows.document({ ...commonAnswers, shadow: shadowOf(...services) });
const refused = (...services: object[]) => refusedBy(updateDeviceShadows, { shadow: shadowOf(...services) });

describe("the document", () => {
  test("sets, clears a property and clears a service, each because somebody said so", () => {
    expect(documentOf({ ...meter, cleared: ["label"] }, { serviceId: "Valve", change: "clear-service" })).toEqual({
      shadow: [
        { service_id: "Meter", desired: { interval: 60, label: null } },
        { service_id: "Valve", desired: {} },
      ],
    });
  });

  test("clearing a property is stronger than a value that is still in its field", () => {
    expect(documentOf({ ...meter, cleared: ["interval"] })).toEqual({
      shadow: [{ service_id: "Meter", desired: { interval: null } }],
    });
  });

  test("numbers keep their digits", () => {
    expect(writeJson(documentOf(free('{"serial": 9223372036854775807}')))).toContain('{"serial":9223372036854775807}');
  });
});

describe("limits, at the limit and one past it", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...meter, serviceId: `S${index}` }));
  const wide = (bytes: number) => {
    const empty = shadowSize(shadowOf(free('{"k":""}'))) ?? 0;
    return free(`{"k":"${"x".repeat(bytes - empty)}"}`);
  };
  test.each<[string, object[], object[], string]>([
    ["services", many(MAX_SHADOW_SERVICES), many(MAX_SHADOW_SERVICES + 1), "services: shadow-many"],
    ["no service", many(1), [], "services: shadow-none"],
    ["bytes", [wide(MAX_SHADOW_BYTES)], [wide(MAX_SHADOW_BYTES + 1)], "services: shadow-large"],
    [
      "service_id",
      [{ ...meter, serviceId: "s".repeat(64) }],
      [{ ...meter, serviceId: "s".repeat(65) }],
      "services.0.serviceId: service-long",
    ],
    ["a service twice", many(2), [meter, meter], "services.1.serviceId: service-twice"],
    ["a service without a name", [meter], [{ ...meter, serviceId: "" }], "services.0.serviceId: service-missing"],
    ["one level", [free('{"a":[1]}')], [free('{"a":{"b":1}}')], "services.0.json.a: shadow-nested"],
    ["lists of one level", [free('{"a":["b"]}')], [free('{"a":[{}]}')], "services.0.json.a: shadow-nested"],
    ["dots in keys", [free('{"a":1}')], [free('{"a.b":1}')], "services.0.json.a.b: shadow-key"],
    ["dollar signs in keys", [free('{"a":1}')], [free('{"$number":"1"}')], "services.0.json.$number: shadow-key"],
    [
      "keys of an object",
      [json('{"thresholds":{"low":1}}')],
      [json('{"thresholds":{"a":{"low.er":1}}}')],
      "services.0.json.thresholds.a.low.er: shadow-key",
    ],
    [
      "values",
      [meter],
      [{ ...meter, values: [{ name: "interval", value: "61" }] }],
      "services.0.values.interval: step",
    ],
    [
      "JSON inside a field",
      [{ ...meter, values: [{ name: "thresholds", value: "{}" }] }],
      [{ ...meter, values: [{ name: "thresholds", value: "{a" }] }],
      "services.0.values.thresholds: json-key",
    ],
    ["an unknown property", [json('{"label":"a"}')], [json('{"lable":"a"}')], "services.0.json.lable: unknown"],
    ["a form left empty", [meter], [{ ...meter, values: [] }], "services.0.values: shadow-nothing"],
    ["JSON left empty", [json('{"label":null}')], [json("{}")], "services.0.json: shadow-empty"],
    ["no object", [json('{"label":null}')], [json("null")], "services.0.json: json-object"],
  ])("%s", (_, good, bad, issue) => {
    expect(refused(...good)).toEqual([]);
    expect(refused(...bad)).toEqual([`shadow.${issue}`]);
  });

  test("NUL in a key", () => {
    expect(refused(free('{"a\\u0000":1}'))).toContain("shadow.services.0.json.a\0: shadow-key");
  });
});

test("for any model, what the schema lets through satisfies model and contract", () => {
  let sent = 0;
  const filled = fc
    .array(paras, { minLength: 1, maxLength: 3 })
    .map((all) => fieldsOf(all).map((field) => ({ ...field, required: false })))
    .chain((fields) =>
      fc
        .tuple(...fields.map((field) => fc.oneof(valuesFor(field), fc.constant(null))))
        .map((values) => ({ fields, values })),
    );
  fc.assert(
    fc.property(filled, ({ fields, values }) => {
      const own = fields.map((field, index) => ({ field, value: values[index] }));
      const shadow = shadowOf({
        serviceId: "Meter",
        fields,
        cleared: own.filter(({ value }) => value === null).map(({ field }) => field.name),
        values: own.flatMap(({ field, value }) => {
          const text = value == null ? null : textOf(field, value);
          return text === null ? [] : [{ name: field.name, value: text }];
        }),
      });
      if (refusedBy(updateDeviceShadows, { shadow }).length > 0) return;
      sent += 1;
      const text = writeJson(updateDeviceShadows.document({ ...commonAnswers, shadow }));
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_SHADOW_BYTES);
      const { shadow: written } = readObject(text) as { shadow: readonly { desired: { [key: string]: Json } }[] };
      const set = membersOf(written[0]?.desired ?? {}).filter(([, value]) => value !== null);
      expect(membersOf(written[0]?.desired ?? {}).length).toBeGreaterThan(0);
      expect(checkObject(fields, plainObject(set))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(sent).toBeGreaterThan(100);
});

test("what is required when a device reports may be left out of what is desired", () => {
  expect(refused({ ...meter, values: [{ name: "label", value: "" }] })).toEqual([]);
});

test("a property that is no longer in the model can still be cleared, and not set", () => {
  expect(refused(json('{"old":null}'))).toEqual([]);
  expect(refused({ ...meter, cleared: ["old"] })).toEqual([]);
});

test("the product is needed as long as any form is made from its model", () => {
  const shadow = (services: object[]) => refusedBy(updateDeviceShadows, { shadow: readShadow({ services }) });
  expect(shadow([free('{"a":1}')])).toEqual([]);
  expect(shadow([free('{"a":1}'), meter])).toEqual(["shadow.productId: product-missing"]);
  expect(shadow([])).toEqual(["shadow.productId: product-missing"]);
});

test("a draft that holds anything else starts where a new one starts", () => {
  for (const held of [undefined, 7, { productId: 1, services: "a" }])
    expect(readShadow(held)).toEqual(updateDeviceShadows.blank.shadow);
});
