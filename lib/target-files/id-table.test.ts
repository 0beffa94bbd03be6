import fc from "fast-check";
import { expect, test } from "vitest";
import { DEVICE_ID } from "@/lib/tasks/targets";
import { hashOfBytes, hashOfId, idTable } from "./id-table";

function tableOf(ids: readonly string[]) {
  const table = idTable();
  const added = ids.map((id) => table.add(id, hashOfId(id)));
  return { ids: table.ids, added, twins: table.twins() };
}

test("exactly device IDs have a hash, the same in both cases", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{0,130}$/), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(text, (id) => {
      expect(hashOfId(id) !== -1).toBe(DEVICE_ID.test(id));
      if (DEVICE_ID.test(id)) expect(hashOfId(id.toLowerCase())).toBe(hashOfId(id));
      const bytes = new TextEncoder().encode(`,${id},`);
      if (bytes.length === id.length + 2) expect(hashOfBytes(bytes, 1, bytes.length - 1)).toBe(hashOfId(id));
    }),
  );
  expect(hashOfId("x".repeat(128))).not.toBe(-1);
  expect(hashOfId("x".repeat(129))).toBe(-1);
  expect(hashOfId("_")).not.toBe(hashOfId("\u007f"));
});

test("IDs are kept as in a set, whatever they are and however many", () => {
  const id = fc.stringMatching(/^[aAbB_-]{1,4}$/);
  fc.assert(
    fc.property(fc.array(id, { maxLength: 60 }), (ids) => {
      const { ids: kept, added, twins } = tableOf(ids);
      expect(kept).toEqual([...new Set(ids)]);
      expect(added.filter((isNew) => isNew)).toHaveLength(kept.length);
      expect(twins.count).toBe(kept.length - new Set(kept.map((it) => it.toLowerCase())).size);
    }),
  );
  const many = Array.from({ length: 100_000 }, (_, at) => `device-${at % 70_000}`);
  expect(tableOf(many).ids).toEqual([...new Set(many)]);
});

test("different IDs of the same hash are both kept, and are no twins", () => {
  const table = idTable();
  expect([table.add("a", 7), table.add("b", 7), table.add("b", 7), table.add("B", 7)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(table.twins()).toEqual({ count: 1, examples: [["b", "B"]] });
});

test.each([
  [["a-1", "a-2", "B-1"], 0, []],
  [["A-1", "b", "a-1"], 1, [["A-1", "a-1"]]],
  [
    ["AB", "Ab", "ab"],
    2,
    [
      ["AB", "Ab"],
      ["AB", "ab"],
    ],
  ],
])("%j has %s that differ only in case", (ids, count, examples) => {
  expect(tableOf(ids).twins).toEqual({ count, examples });
});
