import fc from "fast-check";
import { expect, test } from "vitest";
import { FINDINGS, type Finding, type FindingKind, MEANINGS } from "@/lib/tasks/preflight";
import { glyphOf, linesOf } from "./lines";

const finding = (finds: FindingKind, count: number, checked: number): Finding => ({
  finds,
  means: "fails",
  count,
  checked,
});

test("none is said only of those that were checked", () => {
  const frozen = finding("frozen", 0, 10);
  const offline = finding("offline", 3, 7);
  const busy = finding("busy", 0, 7);
  const child = finding("child", 0, 0);
  const findings = [frozen, offline, busy, child];
  expect(linesOf({ findings, total: 10 })).toEqual({
    found: [offline],
    all: [frozen],
    part: [{ checked: 7, findings: [busy] }],
    untold: [child],
  });
  expect(linesOf({ findings, total: null })).toMatchObject({ all: [], part: [{ checked: 10 }, { checked: 7 }] });
  expect(linesOf({ findings: [child], total: 0 })).toMatchObject({ all: [], untold: [child] });
});

test("every finding stands in exactly one line", () => {
  const some = fc
    .tuple(fc.constantFrom(...FINDINGS), fc.nat(20), fc.nat(20))
    .map(([finds, count, checked]) => finding(finds, Math.min(count, checked), checked));
  fc.assert(
    fc.property(fc.array(some), fc.option(fc.nat(20)), (findings, total) => {
      const { found, all, part, untold } = linesOf({ findings, total });
      const told = [...found, ...all, ...part.flatMap((one) => one.findings), ...untold];
      expect(told.length).toBe(findings.length);
      expect(new Set(told)).toEqual(new Set(findings));
    }),
  );
});

test("every meaning has a glyph, and what is no harm has no red one", () => {
  for (const means of MEANINGS) expect(glyphOf({ ...finding("frozen", 1, 1), means })).toBeTypeOf("string");
  expect(glyphOf({ ...finding("frozen", 1, 1), means: "nothingChanges" })).toBe("same");
  expect(glyphOf({ ...finding("offline", 1, 1), means: "failsAtOnce" })).toBe("failed");
});
