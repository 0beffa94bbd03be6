import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRowSheet, MAX_ROWS, parseRowSheet } from "./row-sheet";

const sheet = (rows: readonly (readonly string[])[]) =>
  formatRowSheet({ columns: ["product_id", "node_id", "device_name"], rows });

test("what is formatted is read back", () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);
  const name = fc.stringMatching(/^[一-龥A-Za-z0-9_?'#().,&%@!-]{0,40}$/);
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(id, id, name), { minLength: 1, selector: ([, node]) => node }), (rows) => {
      const nodes = rows.map(([, node, title]) => ["p", node, title]);
      const read = parseRowSheet("registration", sheet(nodes));
      expect(read).toEqual({ ok: true, sheet: { columns: ["product_id", "node_id", "device_name"], rows: nodes } });
    }),
  );
});

const ROW = ["p", "n", ""];

test.each([
  ["", { kind: "shape", row: 0 }],
  ['["product_id","node_id","tags"]\n["p","n","t"]', { kind: "shape", row: 0 }],
  ['["product_id","product_id"]\n["p","n"]', { kind: "shape", row: 0 }],
  ['["product_id"]\n["p"]', { kind: "columns", missing: ["node_id"] }],
  [sheet([]), { kind: "none" }],
  [sheet([ROW, ["p", "m"]]), { kind: "shape", row: 2 }],
  [`${sheet([ROW])}\n["p",7,""]`, { kind: "shape", row: 2 }],
  [`${sheet([ROW])}\n`, { kind: "shape", row: 2 }],
  [sheet([ROW, ROW]), { kind: "repeat", row: 2, of: 1 }],
  [sheet([ROW, ["p", "n", "x"]]), { kind: "cell", row: 2, issue: { reason: "same-device" } }],
  [sheet([["p", "n 1", ""]]), { kind: "cell", row: 1, issue: { column: "node_id", reason: "space" } }],
])("%j is refused", (text, issue) => {
  expect(parseRowSheet("registration", text)).toMatchObject({ ok: false, issue });
});

test("as many rows as can be split are taken, and not one more", { timeout: 60_000 }, () => {
  const many = (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => [`d${at}`, "g"]);
    return parseRowSheet("gateways", formatRowSheet({ columns: ["device_id", "gateway_id"], rows }));
  };
  expect(many(MAX_ROWS).ok).toBe(true);
  expect(many(MAX_ROWS + 1)).toEqual({ ok: false, issue: { kind: "many", limit: MAX_ROWS } });
});
