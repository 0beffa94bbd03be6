import { expect, test } from "vitest";
import { Contract } from "../contract";
import { Refusal } from "../errors";
import { isObject } from "../json";
import { searchDevices } from "./device-operations";
import { ids, testWorld } from "./test-world";

const contract = new Contract(new URL("../contract/openapi.yaml", import.meta.url));
const world = testWorld(20);
world.setStatus(world.device("d3"), "OFFLINE");
world.device("d4").firmware = "2.0";
world.device("d5").tags = [{ key: "district", value: "north" }];
world.device("d6").name = "meter_in_cellar";

function found(sql: string): unknown[] {
  const { body } = searchDevices(world, { params: {}, query: {}, body: { sql } }, contract);
  return Array.isArray(body?.devices) ? body.devices.filter(isObject).map((device) => device.device_id) : [body?.count];
}

test.each<[string, unknown[]]>([
  ["select * from device where status = 'OFFLINE'", ["d3"]],
  ["SELECT device_id FROM device WHERE status != 'ONLINE' OR fw_version = '2.0' ORDER BY marker DESC", ["d4", "d3"]],
  ["select * from device where device_id in ('d1', 'd2') order by marker asc", ["d1", "d2"]],
  ["select * from device where tag_key = 'district' and tag_value like 'nort%'", ["d5"]],
  ["select * from device where device_name like 'meter_in%'", ["d6"]],
  ["select count(*) from device where group_id = 'aaaa'", [20]],
  ["select * from device order by marker limit 2, 3", ["d2", "d3", "d4"]],
  ["select * from device where create_time > '2030-01-01T00:00:00.000Z'", []],
])("%s", (sql, expected) => {
  expect(found(sql)).toEqual(expected);
});

test("ten rows without a limit, in an order that is not the ids'", () => {
  const list = found("select * from device");
  expect(list).toHaveLength(10);
  expect(list).not.toEqual(ids(10));
});

test.each([
  "drop table device",
  "select * from device where nonsense = 'x'",
  "select * from device where status = 'a' and status = 'b' and status = 'c' and status = 'd' and status = 'e' and status = 'f'",
  "select * from device where device_name like 'abc%'",
  "select * from device where tag_key in ('a')",
  "select * from device limit 51",
  "select * from device limit 501, 10",
  "select * from device where status = ''",
  "select * from device where status > 'A'",
  "select * from device where status = 'A' )",
])("refuses %s", (sql) => {
  expect(() => found(sql)).toThrow(Refusal);
});
