import { expect, test } from "vitest";
import { matchingZones } from "./matching-zones";

const zones = [
  { zone: "America/Los_Angeles", offset: "UTC-7" },
  { zone: "UTC", offset: "UTC" },
  { zone: "Asia/Kolkata", offset: "UTC+5:30" },
  { zone: "Asia/Shanghai", offset: "UTC+8" },
];
const names = (typed: string) => matchingZones(zones, typed).map(({ zone }) => zone);

test.each([
  ["", ["America/Los_Angeles", "UTC", "Asia/Kolkata", "Asia/Shanghai"]],
  ["los angeles", ["America/Los_Angeles"]],
  ["ASIA/S", ["Asia/Shanghai"]],
  ["+5:30", ["Asia/Kolkata"]],
  ["utc-7", ["America/Los_Angeles"]],
  ["utc", ["UTC", "America/Los_Angeles", "Asia/Kolkata", "Asia/Shanghai"]],
  ["mars", []],
])("typing %j shows %j", (typed, expected) => {
  expect(names(typed)).toEqual(expected);
});
