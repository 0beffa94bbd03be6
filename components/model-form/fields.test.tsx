import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import type { Product } from "@/lib/fleet/fleet";
import type { ModelPara, ProductModel } from "@/lib/fleet/product-model";
import { catalogs } from "@/lib/i18n/catalog";
import type { Locale } from "@/lib/i18n/locale";
import { fieldsOf } from "@/lib/product-model/field";
import { productModelQuery, productsQuery } from "@/lib/queries/products";
import { readAsyncCommand } from "@/lib/task-types/create-async-commands/definition";
import { readCommand } from "@/lib/task-types/create-commands/definition";
import { readMessage } from "@/lib/task-types/create-messages/message";
import { readShadow } from "@/lib/task-types/update-device-shadows/shadow";
import { AsyncCommandFields } from "./async-command-fields";
import { CommandFields } from "./command-fields";
import { MessageFields } from "./message-fields";
import { ShadowFields } from "./shadow-fields";

vi.mock("next/navigation", () => ({
  usePathname: () => "/tasks/new/createCommands",
  useSearchParams: () => new URLSearchParams(),
}));

const product = (id: string, name: string, protocol: string): Product => ({
  id,
  name,
  deviceType: "Meter",
  protocol,
  manufacturer: "",
  description: "",
});
const PRODUCTS = [product("p1", "Water meter", "MQTT"), product("p2", "Smoke sensor", "CoAP")];

const para = (name: string, type: string, more: Partial<ModelPara> = {}): ModelPara => ({
  name,
  type,
  required: false,
  enumList: [],
  min: null,
  max: null,
  maxLength: null,
  step: null,
  unit: "",
  description: "",
  ...more,
});

const OPENING = para("opening", "decimal", { min: "0", max: "100", step: 0.5, unit: "%" });
const PARAS = [
  para("position", "enum", { required: true, enumList: ["open", "half", "closed"], description: "Where it ends" }),
  OPENING,
  para("cycles", "int", { min: "1", max: "5" }),
  para("serial", "long"),
  para("reason", "string", { maxLength: 64 }),
  para("force", "boolean"),
  para("at", "DateTime"),
  para("contacts", "string list"),
  para("limits", "jsonObject"),
  para("strange", "matrix"),
];

const model: ProductModel = {
  ...product("p1", "Water meter", "MQTT"),
  services: [
    {
      id: "Valve",
      type: "Valve",
      description: "Shut-off valve",
      properties: [
        { ...OPENING, method: "RW", default: null },
        { ...para("volume", "decimal"), method: "R", default: null },
        { ...para("a.b", "int"), method: "RW", default: null },
      ],
      commands: [
        { name: "set_valve_position", paras: PARAS },
        { name: "read_state", paras: [] },
      ],
    },
    { id: "Meter", type: "Meter", description: "", properties: [], commands: [] },
  ],
};

function told(fields: ReactNode, locale: Locale = "en"): string {
  const problems: unknown[] = [];
  const queries = new QueryClient();
  queries.setQueryData(productsQuery().queryKey, { items: PRODUCTS });
  queries.setQueryData(productModelQuery("p1").queryKey, model);
  const html = renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <IntlProvider
        locale={locale}
        timeZone="Asia/Shanghai"
        messages={catalogs[locale]}
        onError={(error) => problems.push(error)}
      >
        {fields}
      </IntlProvider>
    </QueryClientProvider>,
  );
  expect(problems).toEqual([]);
  return html;
}

const nothing = () => undefined;
const valve = readCommand({
  productId: "p1",
  serviceId: "Valve",
  commandName: "set_valve_position",
  fields: fieldsOf(PARAS),
  values: [
    { name: "opening", value: "12.3" },
    { name: "at", value: "20260110T020000Z" },
    { name: "contacts", value: ["night shift"] },
  ],
});
const commandFields = (value: unknown, revealed = false, locale?: Locale) =>
  told(<CommandFields value={value} onChange={nothing} revealed={revealed} />, locale);

test("products whose devices can not take a command say why, and can not be chosen", () => {
  const html = commandFields(undefined);
  expect(html).toContain("Only MQTT devices take this. These speak CoAP.");
  expect(html.match(/<input type="radio" class="rd" disabled=""/g)).toHaveLength(1);
  expect(html.indexOf("Water meter")).toBeLessThan(html.indexOf("Smoke sensor"));
});

test("every kind of value has its control, with unit, limits, marks and description", () => {
  const html = commandFields(valve);
  for (const words of [
    "Where it ends",
    "0 to 100 % · in steps of 0.5 from 0",
    "required",
    'type="datetime-local"',
    "Sat 10 Jan 10:00 (UTC+8) where you are",
    "night shift",
    "0 of 64",
    "Yes (true)",
    "A JSON object",
    "The product calls this “matrix”",
    "Send an empty text",
  ])
    expect(html).toContain(words);
  expect(html).not.toContain("2147483647");
});

test("nothing is called wrong before somebody was there; then each field says what it takes", () => {
  expect(commandFields(valve)).not.toContain('aria-invalid="true"');
  const html = commandFields(valve, true);
  expect(html).toContain("This is needed.");
  expect(html).toContain("It goes in steps of 0.5 from 0.");
  expect(commandFields(undefined, true)).toContain("Choose a product.");
});

test("a command that is no longer in the model is named", () => {
  expect(commandFields({ ...valve, commandName: "open_valve" })).toContain("no command open_valve any more");
});

test("without a model service and command are typed, and the size of the JSON is shown", () => {
  const html = commandFields({ free: true, json: '{"a": 1}' });
  expect(html).toContain("Without one it takes any.");
  expect(html).toContain("7 bytes of at most 32 KB");
});

test("an asynchronous command says how long it is kept", () => {
  const value = readAsyncCommand({ ...valve, productId: "p2", expireSeconds: "3600" });
  const html = told(<AsyncCommandFields value={value} onChange={nothing} revealed />);
  expect(html).toContain("That is 1 h.");
});

test("a message counts its bytes, and shows one topic only", () => {
  const value = readMessage({ text: "水表", topicBy: "suffix", topic: "a", ttlMinutes: "7" });
  const html = told(<MessageFields value={value} onChange={nothing} revealed />);
  expect(html).toContain("6 bytes of at most 256 KB");
  expect(html).toContain("$oc/devices/{device_id}/user/");
  expect(html).toContain("in steps of 5, or nothing.");
  expect(html).not.toContain("Give a topic.");
});

test("a shadow offers writable properties, names those it can not keep, and says what is cleared", () => {
  const value = readShadow({ productId: "p1", services: [{ serviceId: "Valve", cleared: ["opening", "old"] }] });
  const html = told(<ShadowFields value={value} onChange={nothing} revealed={false} />);
  expect(html).toContain("Its desired value will be cleared.");
  expect(html).toContain("No longer in the product.");
  expect(html).toContain("a dot or a dollar sign: a.b");
  expect(html).not.toContain("volume");
  expect(html).toContain("1 of 5 services");
  expect(html).toMatch(/\d+ bytes of at most 10 KB/);
});

test("all of it has words in Chinese", () => {
  const html = [
    commandFields(valve, true, "zh-CN"),
    told(<MessageFields value={readMessage({})} onChange={nothing} revealed />, "zh-CN"),
    told(<ShadowFields value={readShadow({ productId: "p1" })} onChange={nothing} revealed />, "zh-CN"),
    told(<AsyncCommandFields value={undefined} onChange={nothing} revealed />, "zh-CN"),
  ].join("");
  expect(html).toContain("此项必填。");
  expect(html).toContain("请填写消息。");
});
