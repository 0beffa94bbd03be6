import { describe, expect, it } from "vitest";
import {
  DEVICE_FILTERS,
  type DeviceFilter,
  deviceFilterIssues,
  deviceFilterQuery,
  parseDeviceFilter,
  unlistable,
} from "./device-filter";

const many = [{ path: "", message: "filter-many" }];

describe("a filter of devices", () => {
  it("is the same after a trip through an address, and blank answers are not given", () => {
    const filter = { name: "泵 #4 & more", tag: "site", status: "ONLINE" };
    const query = new URLSearchParams(deviceFilterQuery(filter, "abc"));
    expect(parseDeviceFilter((name) => query.get(name))).toEqual(filter);
    expect(query.get("after")).toBe("abc");
    expect(parseDeviceFilter((name) => (name === "name" ? "  " : undefined))).toEqual({});
    expect(deviceFilterQuery({})).toBe("");
  });

  it.each([
    ["name", "it's"],
    ["name", 'a"b'],
    ["name", "a\\"],
    ["name", "a;b"],
    ["name", "a\nb"],
    ["name", "a\u2028b"],
    ["name", "x".repeat(257)],
    ["tag", "x".repeat(65)],
    ["tagValue", "x".repeat(129)],
    ["status", "ASLEEP"],
    ["status", "ONLINE' or '"],
    ["node", "a b"],
    ["product", "a'b"],
    ["device", "a".repeat(129)],
    ["group", "xyz"],
    ["gateway", "a/b"],
    ["firmware", "1.0`"],
  ])("can not ask for %s %j", (name, value) => {
    expect(deviceFilterIssues({ [name]: value })).toEqual([{ path: name, message: "filter-value" }]);
  });

  it.each([
    ["name", "x".repeat(256)],
    ["name", "泵站 #4 (north), 50% & more!"],
    ["tagValue", "x".repeat(128)],
    ["firmware", "2.0.1-rc+4"],
    ["status", "FROZEN"],
  ])("can ask for %s %j", (name, value) => {
    expect(deviceFilterIssues({ [name]: value })).toEqual([]);
  });

  it("takes as many conditions as the platform, less the space and the place in the list", () => {
    const three: DeviceFilter = { product: "p", status: "ONLINE", name: "n" };
    expect(deviceFilterIssues(three)).toEqual([]);
    expect(deviceFilterIssues({ ...three, firmware: "1" })).toEqual(many);
    expect(deviceFilterIssues({ ...three, group: "aa" })).toEqual([]);
    expect(deviceFilterIssues({ ...three, gateway: "g" })).toEqual(many);
    expect(deviceFilterIssues({ product: "p", device: "d", gateway: "g", group: "aa" })).toEqual(many);
    expect(deviceFilterIssues({ product: "p", status: "ONLINE", gateway: "g" })).toEqual([]);
  });

  it("says which of them need a search", () => {
    expect(unlistable({ product: "p", gateway: "g" })).toEqual([]);
    expect(unlistable({ group: "aa" })).toEqual([]);
    expect(unlistable({ group: "aa", product: "p" })).toEqual(["group"]);
    expect(unlistable({ product: "p", status: "ONLINE", tag: "site" })).toEqual(["status", "tag"]);
    expect(DEVICE_FILTERS.filter((name) => unlistable({ [name]: "x" }).length === 0)).toEqual([
      "product",
      "device",
      "gateway",
      "group",
    ]);
  });
});
