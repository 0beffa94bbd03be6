import { describe, expect, it } from "vitest";
import { type Failure, fail, ok } from "@/lib/failure";
import type { DeviceFilter } from "@/lib/fleet/device-filter";
import type { Device, DeviceDetail, FoundDevice } from "@/lib/fleet/fleet";
import { countDevices, findDeviceIds, findDevices, hasSearch, type SearchPorts } from "./search";

const device = (id: string): Device => ({
  id,
  nodeId: id,
  name: id,
  productId: "p",
  productName: "Pump",
  status: "ONLINE",
  isChild: false,
  gatewayId: null,
  firmware: null,
  software: null,
  description: "",
  tags: [],
});
const detail = (id: string, spaceId: string): DeviceDetail => ({
  ...device(id),
  spaceId,
  authType: null,
  secureAccess: null,
  sdkVersion: null,
  modules: [],
  createdAt: null,
  activatedAt: null,
  statusSince: null,
});
const refused: Failure = { kind: "refused", status: 400, code: "IOTDA.000006", message: "no", requestId: null };

/** A platform of so many matching devices, whose markers count down from their number. */
function platform(many: number, change: Partial<SearchPorts> = {}) {
  const said: string[] = [];
  const from = (marker: string | null) => (marker === null ? many : Number(marker));
  const page = (marker: string | null): FoundDevice[] =>
    Array.from({ length: Math.min(50, from(marker)) }, (_, i) => {
      const left = from(marker) - i - 1;
      return { ...device(`d${left}`), marker: String(left) };
    });
  const ports: SearchPorts = {
    async searchDevices(sql) {
      said.push(sql);
      return ok(page(/marker < '(\w+)'/.exec(sql)?.[1] ?? null));
    },
    async countDevices(where) {
      said.push(`count ${where}`);
      return ok(many);
    },
    async listDevices(of) {
      said.push(`list ${JSON.stringify(of)}`);
      const items = page(of.marker ?? null);
      return ok({ items, total: many, next: items.length === 50 ? (items.at(-1)?.marker ?? null) : null });
    },
    async listGroupMembers({ groupId }) {
      said.push(`group ${groupId}`);
      return ok({ items: [{ id: "m", nodeId: "n", name: "", productId: "p" }], total: 1, next: null });
    },
    async showDevice(id) {
      said.push(`show ${id}`);
      return id === "gone" ? fail({ kind: "missing", what: "device" }) : ok(detail(id, "s"));
    },
    ...change,
  };
  return { ports, said };
}
const asked = (filter: DeviceFilter, after: string | null = null) => ({ spaceId: "s", filter, after });

describe("finding devices", () => {
  it("lists where a list says as much, with its count", async () => {
    const { ports, said } = platform(120);
    const found = await findDevices(ports, asked({ product: "p" }), true);
    expect(found).toMatchObject({ next: "70", count: 120, unavailable: [] });
    expect(said).toEqual(['list {"spaceId":"s","productId":"p","limit":50}']);
  });

  it("searches for the rest, page after page, and counts what one page holds", async () => {
    const { ports, said } = platform(60);
    const first = await findDevices(ports, asked({ status: "ONLINE" }), true);
    expect(first).toMatchObject({ next: "10", count: null });
    const second = await findDevices(ports, asked({ status: "ONLINE" }, first.next), true);
    expect(second).toMatchObject({ next: null, count: null });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
    expect(said[1]).toContain("marker < '10'");
    expect(await findDevices(platform(7).ports, asked({ status: "ONLINE" }), true)).toMatchObject({ count: 7 });
  });

  it("asks for nothing wider where a filter can not be applied", async () => {
    const { ports, said } = platform(60);
    const nothing = { next: null, unavailable: ["status"] };
    expect(await findDevices(ports, asked({ product: "p", status: "ONLINE" }), false)).toEqual({
      ...nothing,
      items: [],
      count: null,
      searches: false,
    });
    expect(await findDeviceIds(ports, asked({ product: "p", status: "ONLINE" }), false)).toEqual({
      ...nothing,
      ids: [],
    });
    expect(await countDevices(ports, asked({ product: "p", status: "ONLINE" }), false)).toBeNull();
    expect(said).toEqual([]);
  });

  it("reads a group and a single device without a search", async () => {
    const { ports } = platform(0);
    expect(await findDevices(ports, asked({ group: "aa" }), false)).toMatchObject({
      items: [{ id: "m", status: "", firmware: null }],
      count: 1,
    });
    expect(await findDevices(ports, asked({ device: "d" }), false)).toMatchObject({ items: [{ id: "d" }], count: 1 });
    expect(await findDevices(ports, asked({ device: "gone" }), false)).toMatchObject({ items: [], count: 0 });
    const elsewhere = { ...asked({ device: "d" }), spaceId: "t" };
    expect(await findDevices(ports, elsewhere, false)).toMatchObject({ items: [], count: 0 });
  });

  it.each([null, "'", "50"])("does not take a full page that goes on nowhere (%s) for the end", async (marker) => {
    const stuck = Array.from({ length: 50 }, (_, i) => ({ ...device(`d${i}`), marker }));
    const { ports } = platform(0, { searchDevices: async () => ok(stuck) });
    await expect(findDevices(ports, asked({ status: "ONLINE" }, "50"), true)).rejects.toMatchObject({
      failure: { kind: "unreadable" },
    });
  });

  it("refuses what can not be asked for before it asks", async () => {
    const { ports, said } = platform(1);
    const bad = [
      asked({ name: "a'b" }),
      asked({}, "x y"),
      asked({ name: "x(".repeat(128), tagValue: "y".repeat(128) }),
    ];
    for (const one of bad)
      await expect(findDevices(ports, one, true)).rejects.toMatchObject({ message: /invalid|missing/ });
    expect(said).toEqual([]);
  });
});

describe("ids", () => {
  const all = async (filter: DeviceFilter, many: number, searches = true) => {
    const { ports, said } = platform(many);
    const ids: string[] = [];
    let answers = 0;
    for (let after: string | null = null; ; answers += 1) {
      const some: { ids: readonly string[]; next: string | null } = await findDeviceIds(
        ports,
        asked(filter, after),
        searches,
      );
      ids.push(...some.ids);
      if (some.next === null) return { ids, answers: answers + 1, calls: said.length };
      after = some.next;
    }
  };

  it("come from four searches or ten lists at a time, each once", async () => {
    const searched = await all({ status: "ONLINE" }, 420);
    expect(new Set(searched.ids).size).toBe(420);
    expect(searched).toMatchObject({ answers: 3, calls: 9 });
    const listed = await all({ product: "p" }, 420);
    expect(new Set(listed.ids).size).toBe(420);
    expect(listed).toMatchObject({ answers: 1, calls: 9 });
  });

  it("of a group come from its members, though there is a search", async () => {
    expect(await all({ group: "aa" }, 0)).toMatchObject({ ids: ["m"], calls: 1 });
  });
});

describe("counting", () => {
  it("asks the search, or the list where that will do", async () => {
    const { ports, said } = platform(9);
    expect(await countDevices(ports, asked({ status: "ONLINE" }), true)).toBe(9);
    expect(await countDevices(ports, asked({ product: "p" }), true)).toBe(9);
    expect(said[0]).toBe("count app_id = 's' and status = 'ONLINE'");
  });

  it.each([
    [refused, false],
    [{ ...refused, kind: "credentials", cause: "permission" } as const, false],
    [{ kind: "missing", what: "x" } as const, false],
  ])("tells from %j that there is no search", async (failure, searches) => {
    expect(await hasSearch({ countDevices: async () => fail(failure) })).toBe(searches);
  });

  it("does not take a busy platform for one without a search", async () => {
    expect(await hasSearch({ countDevices: async () => ok(1) })).toBe(true);
    const busy = { countDevices: async () => fail({ kind: "throttled", retryAfterMs: 1, requestId: null }) };
    await expect(hasSearch(busy)).rejects.toMatchObject({ failure: { kind: "throttled" } });
  });
});
