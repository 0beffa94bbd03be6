import { expect, test } from "vitest";
import { fieldsIn, merged, opened, restarted, unfilled } from "./content";

test("fields of another type, and those of another way of choosing, are left out", () => {
  const content = merged("freezeDevices", { title: "North", packageId: "p", otherTargets: {}, command: undefined });
  expect(Object.keys(content).toSorted()).toEqual(["schedule", "targets", "title"]);
  expect(content.title).toBe("North");
});

test("only a start at an hour is dropped; zone and further tries stay", () => {
  const retry = { on: false, count: 1, everyMinutes: 7 };
  const at = { start: "at", keeper: "console", date: "2026-03-05", time: "01:00", zone: "Asia/Shanghai", retry };
  const { content, dropped } = restarted("freezeDevices", { schedule: at });
  expect(dropped).toBe(true);
  expect(content.schedule).toEqual({
    start: "now",
    keeper: "platform",
    date: "",
    time: "",
    zone: "Asia/Shanghai",
    retry,
  });
  expect(restarted("freezeDevices", {}).dropped).toBe(false);
});

test("an open part is as a new draft has it, the others are as they were", () => {
  const held = merged("firmwareUpgrade", { title: "North", packageId: "p", gatewayMode: true });
  const open = opened("firmwareUpgrade", held, ["what"]);
  expect(open).toMatchObject({ title: "North", packageId: "", gatewayMode: false });
  expect(opened("firmwareUpgrade", held, [])).toEqual(held);
});

test("of a form only what a person filled in is taken out", () => {
  const service = { serviceId: "light", free: false, mode: "form", fields: [{ name: "on" }] };
  const filled = {
    ...service,
    change: "clear-service",
    cleared: ["on"],
    values: [{ name: "on", value: "1" }],
    json: "{}",
  };
  const shadow = { productId: "lamp", services: [filled] };
  expect(unfilled({ title: "t", shadow })).toEqual({
    title: "t",
    shadow: { productId: "lamp", services: [{ ...service, change: "set", cleared: [], values: [], json: "" }] },
  });
  const command = { productId: "lamp", commandName: "blink", ...service, values: [1], json: "x" };
  expect(fieldsIn(unfilled(command))).toEqual({ ...command, values: [], json: "" });
});
