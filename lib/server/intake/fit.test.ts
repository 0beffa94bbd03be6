import { expect, test, vi } from "vitest";
import { fail, ok } from "@/lib/failure";
import type { DeviceDetail } from "@/lib/fleet/fleet";
import { checkDevices, checkGroups } from "./fit";

const wanted = { productId: "pump", productName: "Pump" };
const device = (id: string, productId: string): DeviceDetail => ({
  id,
  nodeId: id,
  name: id,
  productId,
  productName: productId,
  status: "ONLINE",
  isChild: false,
  gatewayId: null,
  firmware: null,
  software: null,
  description: "",
  tags: [],
  spaceId: null,
  authType: null,
  secureAccess: null,
  sdkVersion: null,
  modules: [],
  createdAt: null,
  activatedAt: null,
  statusSince: null,
});
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);

/** A product with so many devices, d0 and on; every other device that is asked for belongs to another one. */
function fleet(own: number) {
  const ids = numbered(own);
  return {
    listDevices: vi.fn(({ marker }: { marker?: string }) => {
      const from = marker === undefined ? 0 : Number(marker);
      const items = ids.slice(from, from + 50).map((id) => device(id, "pump"));
      const next = from + 50 < own ? String(from + 50) : null;
      return Promise.resolve(ok({ items, total: own, next }));
    }),
    showDevice: vi.fn((id: string) =>
      Promise.resolve(
        id === "ghost"
          ? fail({ kind: "missing", what: "device" })
          : ok(device(id, ids.includes(id) ? "pump" : "valve")),
      ),
    ),
  };
}

test("a short list is read device by device", async () => {
  const check = await checkDevices(fleet(10), "space", wanted, ["d1", "x1", "ghost"]);
  expect(check).toEqual({ total: 3, checked: 3, otherProduct: 1, unknown: 1, complete: true, productName: "Pump" });
});

test("a long list is held against the product's own devices", async () => {
  const platform = fleet(900);
  const check = await checkDevices(platform, "space", wanted, [...numbered(900), "x1", "x2"]);
  expect(check).toMatchObject({ total: 902, checked: 902, otherProduct: 2, complete: true });
  expect(platform.listDevices).toHaveBeenCalledTimes(18);
  expect(platform.showDevice).not.toHaveBeenCalled();
});

test("a product too large to read: a sample, that says it is one, within 40 calls", async () => {
  const platform = fleet(5_000);
  const check = await checkDevices(platform, "space", wanted, numbered(30_000));
  expect(check).toMatchObject({ total: 30_000, complete: false });
  expect(check.checked).toBe(20);
  expect(check.otherProduct).toBeGreaterThan(0);
  expect(platform.listDevices.mock.calls.length + platform.showDevice.mock.calls.length).toBeLessThanOrEqual(40);
});

test("groups are counted by one search each", async () => {
  const countDevices = vi.fn(() => Promise.resolve(ok(3)));
  const listGroupMembers = vi.fn();
  const check = await checkGroups({ countDevices, listGroupMembers }, wanted, [{ id: "a1", count: 100 }]);
  expect(check).toEqual({ total: 100, checked: 100, otherProduct: 3, unknown: 0, complete: true, productName: "Pump" });
  expect(countDevices).toHaveBeenCalledWith("group_id = 'a1' and product_id != 'pump'");
  expect(listGroupMembers).not.toHaveBeenCalled();
});

test("without search their members are read, as many pages as we may", async () => {
  const refusal = { kind: "refused", status: 403, code: "c", message: "m", requestId: null } as const;
  const countDevices = vi.fn(() => Promise.resolve(fail(refusal)));
  const listGroupMembers = vi.fn(({ marker }: { marker?: string }) => {
    const from = Number(marker ?? 0);
    const items = numbered(50).map((id) => ({ id, nodeId: id, name: id, productId: id === "d0" ? "valve" : "pump" }));
    return Promise.resolve(ok({ items, total: 5_000, next: String(from + 50) }));
  });
  const groups = [
    { id: "a1", count: 5_000 },
    { id: "b2", count: 10 },
  ];
  const check = await checkGroups({ countDevices, listGroupMembers }, wanted, groups);
  expect(check).toMatchObject({ total: 5_010, checked: 1_950, otherProduct: 39, complete: false });
  expect(countDevices.mock.calls.length + listGroupMembers.mock.calls.length).toBeLessThanOrEqual(40);
});
