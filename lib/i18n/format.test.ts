import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { catalogs } from "./catalog";
import { createFormat } from "./format";
import type { Locale } from "./locale";

function format(locale: Locale, zone = "Asia/Shanghai") {
  const words = createTranslator({ locale, messages: catalogs[locale], namespace: "common" });
  return createFormat(locale, zone, words);
}

const START = "2026-10-14T17:00:00Z";

describe("English", () => {
  const f = format("en");
  test("an instant names its zone, and its year only when it differs", () => {
    expect(f.instant(START)).toBe("Thu 15 Oct 01:00 (UTC+8)");
    expect(f.instant(START, "2026-01-01T00:00:00Z")).toBe("Thu 15 Oct 01:00 (UTC+8)");
    expect(f.instant(START, "2027-01-01T00:00:00Z")).toBe("Thu 15 Oct 2026 01:00 (UTC+8)");
    expect(f.day(START)).toBe("Thu 15 Oct");
    expect(f.clock(START)).toBe("01:00");
  });
  test("midnight is 00:00 and September has three letters", () => {
    expect(f.instant("2026-09-01T16:00:00Z")).toBe("Wed 2 Sep 00:00 (UTC+8)");
  });
  test("a zone is named by its offset at that very instant", () => {
    expect(format("en", "Europe/Berlin").zoneName("2026-07-01T00:00:00Z")).toBe("UTC+2");
    expect(format("en", "Europe/Berlin").zoneName("2026-12-01T00:00:00Z")).toBe("UTC+1");
    expect(format("en", "America/St_Johns").zoneName("2026-12-01T00:00:00Z")).toBe("UTC-3:30");
    expect(format("en", "UTC").zoneName(START)).toBe("UTC");
  });
  test("hovering gives both zones with seconds", () => {
    expect(f.exact("2026-10-13T18:14:07Z")).toBe("02:14:07 (UTC+8), 18:14:07 UTC");
    expect(format("en", "UTC").exact("2026-10-13T18:14:07Z")).toBe("18:14:07 UTC");
  });
  test.each([
    [-5, "0 s"],
    [4_900, "4 s"],
    [61_000, "1 min"],
    [3_600_000, "1 h"],
    [4_560_000, "1 h 16 min"],
    [86_400_000, "1 day"],
    [2 * 86_400_000 + 3_600_000, "2 days 1 h"],
  ])("%i ms is %s", (ms, expected) => expect(f.span(ms)).toBe(expected));
  test("past and future differ, and less than a second is now", () => {
    const now = Date.parse(START);
    expect(f.relative(START, now + 4_000)).toBe("4 s ago");
    expect(f.relative(START, now - 4_560_000)).toBe("in 1 h 16 min");
    expect(f.relative(START, now + 400)).toBe("just now");
  });
  test("numbers group, percents keep a space", () => {
    expect(f.number(12480)).toBe("12,480");
    expect(f.percent(0.0224)).toBe("2.2\u00a0%");
  });
});

describe("Chinese", () => {
  const f = format("zh-CN");
  test("an instant as Chinese writes it", () => {
    expect(f.instant(START)).toBe("10月15日 周四 01:00（UTC+8）");
    expect(f.instant(START, "2027-01-01T00:00:00Z")).toBe("2026年10月15日 周四 01:00（UTC+8）");
  });
  test("spans and percents", () => {
    expect(f.relative(START, Date.parse(START) + 360_000)).toBe("6 分钟前");
    expect(f.relative(START, Date.parse(START) - 4_560_000)).toBe("1 小时 16 分钟后");
    expect(f.percent(0.0224)).toBe("2.2%");
  });
});
