import { expect, test } from "vitest";
import type { Product } from "@/lib/fleet/fleet";
import { productChoices } from "./product-choice";

const product = (name: string, protocol: string): Product => ({
  id: name.toLowerCase(),
  name,
  deviceType: "Meter",
  protocol,
  manufacturer: "",
  description: "",
});
const products = [product("Smoke", "CoAP"), product("Water", "MQTT"), product("Gas", "MQTT")];
const shown = (search: string) =>
  productChoices("createCommands", products, search).map(({ product: { name }, problem }) => [name, problem]);

test("those that can take the task come first, the others say why not", () => {
  expect(shown("")).toEqual([
    ["Gas", null],
    ["Water", null],
    ["Smoke", "mqtt"],
  ]);
});

test("every word of the search counts, in any order, width and case", () => {
  expect(shown("meter ＷＡＴＥＲ")).toEqual([["Water", null]]);
  expect(shown("water gas")).toEqual([]);
});
