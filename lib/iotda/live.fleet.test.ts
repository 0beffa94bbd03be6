import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { unwrap } from "@/lib/failure";
import type { NewPackage } from "@/lib/fleet/fleet";
import { DATA_TYPES, dataTypeOf } from "@/lib/fleet/product-model";
import type { Iotda } from "./iotda";
import { byToken, type LiveSimulator, liveSimulator } from "./live-simulator";

let live: LiveSimulator;
beforeAll(async () => {
  live = await liveSimulator(200);
});
afterAll(() => live.stop());

const spaceOf = async (iotda: Iotda): Promise<string> =>
  unwrap(await iotda.listResourceSpaces()).find(({ isDefault }) => isDefault)?.id ?? "";

describe.each([
  ["basic", { IOTDA_SIGNING: "basic" }],
  ["derived", { IOTDA_SIGNING: "derived" }],
  ["token", byToken],
])("signed as %s", (way, change) => {
  it("puts a workbook on the platform, sees it there and takes it away", async () => {
    const iotda = live.client(change);
    const workbook = await writeXlsxFile([[{ type: String, value: "device_id" }], [{ type: String, value: "d-1" }]]);
    const file = { name: `rows_${way}_设备.xlsx`, bytes: new Uint8Array(await workbook.toBuffer()) };
    const stored = unwrap(await iotda.uploadTaskFile(file));
    expect(stored.name).toBe(file.name);
    expect(unwrap(await iotda.listTaskFiles())).toContainEqual({ ...stored, uploadedAt: expect.stringMatching(/Z$/) });
    expect(await iotda.uploadTaskFile(file)).toMatchObject({ failure: { kind: "refused", code: "IOTDA.014602" } });
    expect(await iotda.deleteTaskFile(stored.id)).toEqual({ ok: true, value: null });
    expect(await iotda.deleteTaskFile(stored.id)).toEqual({
      ok: false,
      failure: { kind: "missing", what: "task-file" },
    });
    expect(await live.sim("GET", "violations")).toEqual({ violations: [] });
  });

  it("adds a package, shows where its file lies and removes it", async () => {
    const iotda = live.client(change);
    const spaceId = await spaceOf(iotda);
    const [product] = unwrap(await iotda.listProducts({ spaceId })).items;
    const made: NewPackage = {
      spaceId,
      type: "softwarePackage",
      productId: product?.id ?? "",
      version: `9.0-${way}`,
      sourceVersions: ["1.0", "1.1"],
      description: "水泵 & more",
      moduleName: null,
      customInfo: '{"ring":1}',
      location: { region: "cn-north-4", bucket: "packages", key: "pump/9.0.bin", sign: "a".repeat(64) },
    };
    const added = unwrap(await iotda.createPackage(made));
    const { spaceId: _space, ...kept } = made;
    expect(unwrap(await iotda.showPackage(added.id))).toMatchObject(kept);
    expect(await iotda.deletePackage(added.id)).toEqual({ ok: true, value: null });
    expect(await iotda.showPackage(added.id)).toEqual({ ok: false, failure: { kind: "missing", what: "package" } });
    expect(await live.sim("GET", "violations")).toEqual({ violations: [] });
  });
});

it("reads the models of all products, with every data type", async () => {
  const iotda = live.client({});
  const spaceId = await spaceOf(iotda);
  const products = unwrap(await iotda.listProducts({ spaceId })).items;
  const types = new Set<string | null>();
  for (const { id: productId, protocol } of products) {
    const model = unwrap(await iotda.showProduct({ spaceId, productId }));
    expect(model).toMatchObject({ id: productId, protocol });
    for (const { properties, commands } of model.services)
      for (const { type } of [...properties, ...commands.flatMap(({ paras }) => paras)]) types.add(dataTypeOf(type));
  }
  expect([...types].toSorted()).toEqual([...DATA_TYPES].toSorted());
  expect(await iotda.showProduct({ spaceId, productId: "no-such-product" })).toEqual({
    ok: false,
    failure: { kind: "missing", what: "product" },
  });
});

it("shows a device without its secret, and its shadow", async () => {
  const iotda = live.client({});
  const spaceId = await spaceOf(iotda);
  const [first] = unwrap(await iotda.listDevices({ spaceId, limit: 1 })).items;
  const shown = unwrap(await iotda.showDevice(first?.id ?? ""));
  expect(shown).toMatchObject({ spaceId, authType: expect.any(String), createdAt: expect.stringMatching(/Z$/) });
  expect(JSON.stringify(shown)).not.toMatch(/"(secret|fingerprint)/);
  expect(unwrap(await iotda.showShadow(first?.id ?? ""))).toBeInstanceOf(Array);
  const byNode = unwrap(await iotda.listDevices({ spaceId, nodeId: first?.nodeId ?? "" }));
  expect(byNode.items.map(({ id }) => id)).toEqual([first?.id]);
});
