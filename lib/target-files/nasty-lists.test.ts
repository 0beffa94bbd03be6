import { describe, expect, test } from "vitest";
import { bytesOf, readList, readText } from "./reading-for-tests";

type Counts = { ready: number; repeats?: number; rejected?: number; blank?: number; above?: number };

async function counted(content: string | Uint8Array, counts: Counts, ids?: readonly string[]) {
  const list = typeof content === "string" ? await readText(content) : await readList(content);
  const { verdict } = list;
  expect(verdict).toMatchObject({ repeats: 0, rejected: 0, blank: 0, above: 0, ...counts });
  expect(verdict.ready + verdict.repeats + verdict.rejected).toBe(verdict.entries);
  if (ids !== undefined) expect(list.ids).toEqual(ids);
  return list;
}

const withoutMark = (bytes: Uint8Array) => bytes.subarray(2);

describe("layout", () => {
  const two = { ready: 2 };
  test.each<[string, string | Uint8Array, Counts]>([
    ["a delimiter at the end of each line", "device_id;\nA-1;\nA-2;\n", two],
    ["many empty columns", "device_id,,,\nA-1,,,\nA-2,,,\n", two],
    ["lines of different length below a header", "device_id,name\nA-1,x,y,z\nA-2\n", two],
    ["a line that tells Excel the delimiter", "sep=;\ndevice_id;name\nA-1;x\nA-2;y\n", two],
    ["a header with a zero-width character", "\ufeffdevice\u200b_id,name\nA-1,x\nA-2,y\n", two],
    ["a header in quotes, in capitals, with a star", '"*DEVICE ID","NAME"\r\n"A-1","x"\r\n"A-2","y, z"\r\n', two],
    ["all line ends in one file", "device_id\r\nA-1\nA-2\r\r\n", { ready: 2, blank: 1 }],
    ["UTF-16 LE without its mark", withoutMark(bytesOf("设备ID,名称\r\nA-1,水表\r\nA-2,电表", "utf-16le")), two],
    ["UTF-16 BE without its mark", withoutMark(bytesOf("设备ID,名称\r\nA-1,水表\r\nA-2,电表", "utf-16be")), two],
    [
      "a title above the header",
      "Devices 2026,,\n\nname,设备ID,site\nx,A-1,n\ny,A-2,s\n",
      { ...two, blank: 1, above: 1 },
    ],
    ["a quote in the middle of a cell", 'device_id,name\nA-1,5" pipe\nA-2,x\n', two],
    [
      "a column with 300 others",
      `${"x,".repeat(300)}device_id\n${"1,".repeat(300)}A-1\n${"1,".repeat(300)}A-2\n`,
      { ready: 1, repeats: 1 },
    ],
  ])("%s", async (_, content, counts) => {
    await counted(content, counts);
  });
});

test("every flaw is named on its line", async () => {
  const lines: readonly [string, string | null][] = [
    ["device_id,name", null],
    ["WM-1,", null],
    ["WM\u200b-2,", "invisible"],
    ["WМ-3,", "look-alike"],
    ["ＷM-4,", "full-width"],
    ["WM 5,", "space"],
    ["\u00a0WM-6,", "blank"],
    ["1.23457E+15,", "excel-number"],
    ['"1,23457E+15",', "excel-number"],
    ["=HYPERLINK(A1),", "formula"],
    ["@SUM(A1),", "formula"],
    ['"=""007""",', "formula"],
    ["'007,", "character"],
    [",no ID", "empty"],
    [`${"x".repeat(129)},`, "long"],
    ["WM/7,", "character"],
    ["EXAMPLE-device,", "example"],
    ["007,", null],
    ["-1,", null],
    [" WM-8 ,", null],
  ];
  const { rejections, ids } = await counted(lines.map(([line]) => line).join("\r\n"), { ready: 4, rejected: 15 });
  expect(ids).toEqual(["WM-1", "007", "-1", "WM-8"]);
  const expected = lines.flatMap(([, reason], at) => (reason === null ? [] : [[at + 1, reason]]));
  expect(rejections.map(({ line, reason }) => [line, reason])).toEqual(expected);
});

test("IDs that differ in case are all kept and told, and repeats are counted once each", async () => {
  const { verdict } = await counted("WM-1\nwm-1\nWm-1\nWM-1\n WM-1 \n", { ready: 3, repeats: 2 });
  expect(verdict.twins.count).toBe(2);
});
