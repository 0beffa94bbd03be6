import fc from "fast-check";
import { expect, test } from "vitest";
import { isZone, offsetLabel, toInstant, toWall, zonesFor } from "./zoned-time";

const plain = (instant: string) => ({ instant, shifted: false, twice: false });

test.each([
  ["Asia/Shanghai", "2026-10-15", "01:00", "2026-10-14T17:00:00.000Z"],
  ["America/Phoenix", "2026-10-15", "01:00", "2026-10-15T08:00:00.000Z"],
  ["America/Los_Angeles", "2026-07-01", "23:30", "2026-07-02T06:30:00.000Z"],
  ["Asia/Kolkata", "2026-10-15", "01:00", "2026-10-14T19:30:00.000Z"],
  ["UTC", "2026-12-31", "23:59", "2026-12-31T23:59:00.000Z"],
])("in %s, %s %s is %s", (zone, date, time, instant) => {
  expect(toInstant({ zone, date, time })).toEqual(plain(instant));
});

test("a time that clocks skip in spring is moved on by the gap and told", () => {
  expect(toInstant({ zone: "Europe/Berlin", date: "2026-03-29", time: "02:30" })).toEqual({
    instant: "2026-03-29T01:30:00.000Z",
    shifted: true,
    twice: false,
  });
  expect(toInstant({ zone: "America/New_York", date: "2026-03-08", time: "02:30" })).toEqual({
    instant: "2026-03-08T07:30:00.000Z",
    shifted: true,
    twice: false,
  });
});

test("a time that comes twice in autumn means the first and is told", () => {
  expect(toInstant({ zone: "Europe/Berlin", date: "2026-10-25", time: "02:30" })).toEqual({
    instant: "2026-10-25T00:30:00.000Z",
    shifted: false,
    twice: true,
  });
  expect(toInstant({ zone: "America/New_York", date: "2026-11-01", time: "01:30" })).toEqual({
    instant: "2026-11-01T05:30:00.000Z",
    shifted: false,
    twice: true,
  });
});

test("the hours around a change are exact", () => {
  expect(toInstant({ zone: "Europe/Berlin", date: "2026-03-29", time: "01:59" })).toEqual(
    plain("2026-03-29T00:59:00.000Z"),
  );
  expect(toInstant({ zone: "Europe/Berlin", date: "2026-03-29", time: "03:00" })).toEqual(
    plain("2026-03-29T01:00:00.000Z"),
  );
  expect(toInstant({ zone: "Australia/Sydney", date: "2026-10-04", time: "03:00" })).toEqual(
    plain("2026-10-03T16:00:00.000Z"),
  );
});

test.each([
  ["2026-02-30", "01:00", "UTC"],
  ["2026-13-01", "01:00", "UTC"],
  ["", "01:00", "UTC"],
  ["2026-10-15", "24:00", "UTC"],
  ["2026-10-15", "", "UTC"],
  ["2026-10-15", "01:00", "Mars/Olympus"],
  ["2026-10-15", "01:00", ""],
])("%s %s in %s is no time", (date, time, zone) => {
  expect(toInstant({ date, time, zone })).toBeNull();
});

test("an instant reads back as the wall time it was written from, unless clocks were changed over it", () => {
  const zones = ["Asia/Shanghai", "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }),
      fc.constantFrom(...zones),
      (at, zone) => {
        const wall = toWall(new Date(at).toISOString(), zone);
        const read = toInstant(wall);
        expect(read?.shifted).toBe(false);
        expect(toWall(read?.instant ?? "", zone)).toEqual(wall);
      },
    ),
  );
});

test("offsets are written as people write them", () => {
  expect(offsetLabel("2026-10-15T00:00:00Z", "Asia/Shanghai")).toBe("UTC+8");
  expect(offsetLabel("2026-07-01T00:00:00Z", "America/Los_Angeles")).toBe("UTC-7");
  expect(offsetLabel("2026-12-01T00:00:00Z", "America/Los_Angeles")).toBe("UTC-8");
  expect(offsetLabel("2026-10-15T00:00:00Z", "Asia/Kolkata")).toBe("UTC+5:30");
  expect(offsetLabel("2026-10-15T00:00:00Z", "America/St_Johns")).toBe("UTC-2:30");
  expect(offsetLabel("2026-10-15T00:00:00Z", "UTC")).toBe("UTC");
});

test("the list of zones holds UTC and runs from west to east", () => {
  const zones = zonesFor("2026-10-15T00:00:00Z");
  const names = zones.map(({ zone }) => zone);
  expect(names).toContain("UTC");
  expect(names.indexOf("America/New_York")).toBeLessThan(names.indexOf("UTC"));
  expect(names.indexOf("UTC")).toBeLessThan(names.indexOf("Asia/Shanghai"));
  expect(isZone("Asia/Shanghai")).toBe(true);
});
