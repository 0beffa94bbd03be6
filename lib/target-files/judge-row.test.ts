import { describe, expect, test } from "vitest";
import type { RowKind } from "@/lib/tasks/targets";
import type { ColumnName } from "./columns";
import { rowComparer } from "./compare-rows";
import { rowJudge } from "./judge-row";

type Cells = Partial<Record<ColumnName, string>>;

function judge(kind: RowKind, cells: Cells) {
  const columns = Object.keys(cells) as ColumnName[];
  const { cells: judged, issues } = rowJudge(kind, columns)(Object.values(cells));
  return {
    cells: Object.fromEntries(columns.map((name, at) => [name, judged[at]])),
    issues: issues.map(({ column, reason }) => `${column}: ${reason}`),
  };
}

const BASE = { product_id: "p1", node_id: "n1" };
const issuesOf = (kind: RowKind, cells: Cells) => judge(kind, cells).issues;
const registration = (cells: Cells) => issuesOf("registration", { ...BASE, ...cells });

describe("a cell at its limit, and one past it", () => {
  const lengths: [ColumnName, number][] = [
    ["product_id", 36],
    ["node_id", 64],
    ["device_id", 128],
    ["gateway_id", 128],
    ["device_name", 256],
    ["description", 2048],
    ["secret", 32],
  ];
  test.each(lengths)("%s takes %i characters", (column, limit) => {
    expect(registration({ [column]: "a".repeat(limit) })).toEqual([]);
    expect(registration({ [column]: "a".repeat(limit + 1) })).toEqual([`${column}: long`]);
  });

  test("a secret has at least 8 characters, a fingerprint 40 or 64 hexadecimal digits", () => {
    expect(registration({ secret: "abcd-_78" })).toEqual([]);
    expect(registration({ secret: "abcd-_7" })).toEqual(["secret: short"]);
    const certificate = (fingerprint: string) => registration({ auth_type: "CERTIFICATES", fingerprint });
    for (const length of [40, 64]) expect(certificate("aF".repeat(length / 2))).toEqual([]);
    for (const length of [39, 41, 63, 65])
      expect(certificate("a".repeat(length))).toEqual(["fingerprint: fingerprint"]);
    expect(certificate("g".repeat(40))).toEqual(["fingerprint: fingerprint"]);
  });

  test("a timeout is a whole number of seconds", () => {
    for (const timeout of ["0", "3600", "2147483647"]) expect(registration({ timeout })).toEqual([]);
    for (const timeout of ["-1", "1.5", "2147483648", "1h"])
      expect(registration({ timeout })).toEqual(["timeout: integer"]);
  });
});

test("words are written as the API writes them, and spaces around a cell are no part of it", () => {
  const { cells, issues } = judge("registration", {
    ...BASE,
    node_id: " n1\t",
    auth_type: "证书",
    fingerprint: "A".repeat(40),
    secure_access: "是",
    timeout: "００60",
  });
  expect(issues).toEqual([]);
  expect(cells).toMatchObject({ node_id: "n1", auth_type: "CERTIFICATES", secure_access: "true", timeout: "60" });
  expect(judge("update", { device_id: "d", secure_access: "FALSE" }).cells).toMatchObject({ secure_access: "false" });
  expect(registration({ auth_type: "PSK", secure_access: "maybe" })).toEqual([
    "auth_type: auth-type",
    "secure_access: boolean",
  ]);
});

test("a certificate needs its fingerprint, and excludes a secret", () => {
  expect(registration({ auth_type: "CERTIFICATES" })).toEqual(["fingerprint: needs-fingerprint"]);
  expect(registration({ fingerprint: "a".repeat(40) })).toEqual(["auth_type: needs-certificates"]);
  const both = { auth_type: "CERTIFICATES", fingerprint: "a".repeat(40), secret: "12345678" };
  expect(registration(both)).toEqual(["secret: secret-with-certificates"]);
});

test("required cells, rows that change nothing, and devices below themselves are named", () => {
  expect(issuesOf("registration", { product_id: "", device_id: "d" })).toEqual([
    "product_id: required",
    "node_id: required",
  ]);
  expect(issuesOf("update", { device_id: "d", description: " " })).toEqual(["device_id: nothing-to-change"]);
  expect(issuesOf("gateways", { device_id: "d", gateway_id: "d" })).toEqual(["gateway_id: own-gateway"]);
  expect(registration({ gateway_id: "p1_n1" })).toEqual(["gateway_id: own-gateway"]);
  expect(registration({ device_id: "own", gateway_id: "own" })).toEqual(["gateway_id: own-gateway"]);
});

test.each([
  ["n\u200b1", "invisible", "n1"],
  ["ｎ1", "full-width", "n1"],
  ["nа1", "look-alike", "na1"],
  ["1.23457E+15", "excel-number", null],
  ["1,23E+5", "excel-number", null],
  ["=A1", "formula", null],
  ['="0071"', "formula", "0071"],
  ["'0071", "character", "0071"],
  ["n 1", "space", null],
  ["n\u00a01", "blank", null],
  ["n/1", "character", null],
  ["n\n1", "line-break", null],
])("node ID %j: %s", (node_id, reason, fix) => {
  const { issues } = rowJudge("registration", ["product_id", "node_id"])(["p1", node_id]);
  expect(issues.map((issue) => [issue.column, issue.reason, issue.fix])).toEqual([["node_id", reason, fix]]);
});

test("names take Chinese and a few marks; others are named with what was meant", () => {
  expect(registration({ device_name: "水表_1?'#().,&%@!-" })).toEqual([]);
  const { issues } = rowJudge("registration", ["product_id", "node_id", "device_name"])(["p", "n", "水表（北）"]);
  expect(issues[0]).toMatchObject({ reason: "full-width", fix: "水表(北)" });
  expect(registration({ device_name: "a b" })).toEqual(["device_name: space"]);
  expect(registration({ description: "=1+1" })).toEqual(["description: formula"]);
  expect(registration({ fingerprint: "1.5E+39" })).toContain("fingerprint: excel-number");
});

test("a fingerprint written in pairs has its correction", () => {
  const pairs = "ab:".repeat(20).slice(0, -1);
  const columns: ColumnName[] = ["product_id", "node_id", "auth_type", "fingerprint"];
  const { issues } = rowJudge("registration", columns)(["p", "n", "CERTIFICATES", pairs]);
  expect(issues).toMatchObject([{ reason: "fingerprint", fix: "ab".repeat(20) }]);
});

describe("rows compared with each other", () => {
  const columns: ColumnName[] = ["product_id", "node_id", "device_id", "device_name"];
  const rows = [
    ["p", "n1", "", "A"],
    ["p", "n1", "", "A"],
    ["p", "n1", "", "B"],
    ["q", "n9", "p_n1", ""],
    ["p", "n1", "other", "A"],
    ["q", "n1", "", "A"],
    ["p", "N1", "", "A"],
  ];

  test("identical rows are repeats; the same device or node said otherwise is at odds with the earlier row", () => {
    const compare = rowComparer("registration", columns);
    const found = rows.map((cells, at) => compare(cells, at + 2));
    expect(found.map((standing) => (standing.is === "odds" ? standing.issue : standing))).toMatchObject([
      { is: "new" },
      { is: "repeat", of: 2 },
      { reason: "same-device", values: { row: 2 } },
      { reason: "same-device", values: { row: 2 } },
      { reason: "same-node", column: "node_id", values: { row: 2 } },
      { is: "new" },
      { is: "new" },
    ]);
  });

  test("a column that is not read makes no difference", () => {
    const compare = rowComparer("gateways", ["device_id", "gateway_id", null]);
    expect(compare(["d", "g", "x"], 1).is).toBe("new");
    expect(compare(["d", "g", "y"], 2)).toEqual({ is: "repeat", of: 1 });
    expect(compare(["d", "h", "x"], 3)).toMatchObject({ is: "odds", issue: { reason: "same-device" } });
  });
});
