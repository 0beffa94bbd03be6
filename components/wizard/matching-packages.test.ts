import { expect, test } from "vitest";
import type { Package } from "@/lib/fleet/fleet";
import { matchingPackages } from "./matching-packages";

const item = (id: string, version: string, createdAt: string | null, productName = "WM-210"): Package => ({
  id,
  type: "firmwarePackage",
  productId: "p",
  productName,
  version,
  sourceVersions: [],
  description: "Fixes the valve",
  createdAt,
});
const packages = [
  item("old", "3.2.1", "2026-01-01T00:00:00Z"),
  item("new", "3.1.9", "2026-10-01T00:00:00Z", "Gas gateway"),
  item("nine", "3.9.0", null),
  item("ten", "3.10.0", null),
];
const ids = (search: string) => matchingPackages(packages, search).map(({ id }) => id);

test("newest first, undated ones last by version as people count", () => {
  expect(ids("")).toEqual(["new", "old", "ten", "nine"]);
});

test("every word must be found, wherever it stands", () => {
  expect(ids("3.2 wm")).toEqual(["old"]);
  expect(ids("GATEWAY valve")).toEqual(["new"]);
  expect(ids("water")).toEqual([]);
});
