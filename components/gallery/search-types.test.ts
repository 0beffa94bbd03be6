import { expect, test } from "vitest";
import { matchesSearch } from "./search-types";

const freeze = {
  name: "Freeze devices",
  body: "Keep devices from connecting. Their data stays.",
  find: "block disable",
};
const chinese = { name: "冻结设备", body: "禁止设备连接，数据保留。", find: "禁用 停用" };

test.each([
  [freeze, "block", true],
  [freeze, "BLO dev", true],
  [freeze, "", true],
  [freeze, "lock", false],
  [freeze, "block upgrade", false],
  [chinese, "连接", true],
  [chinese, "停用", true],
  [chinese, "升级", false],
])("%o with %s: %s", (kind, search, found) => {
  expect(matchesSearch(kind, search)).toBe(found);
});
