import { expect, test } from "vitest";
import { splitSource } from "../reading-for-tests";
import { readRows } from "./read-rows";
import { rejectedRowsCsv } from "./rejected-rows-csv";

const watching = { onBytes: () => {}, signal: new AbortController().signal };

async function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const reading = await readRows(splitSource(bytes, []), "registration", {}, watching);
  if (reading.kind === "refusal") throw new Error(reading.reason);
  return reading;
}

test("all rejected rows are handed out with why, and are read again once they are corrected", async () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => `p,n ${at},"a, ""b""",=cmd`);
  const { table } = await read(`product_id,node_id,device_name,description\n${rows.join("\n")}\np,good,,\n`);
  const words = { line: "Row", reason: "Reason", issue: ({ reason }: { reason: string }) => `(${reason})` };
  const columns = ["product_id", "node_id", "device_name", "description"] as const;
  const blob = await rejectedRowsCsv(
    async (from, most) => table.page("rejected", from, most, new Set()),
    columns,
    words,
  );
  const text = await blob.text();
  expect([...new Uint8Array(await blob.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.startsWith("Row,product_id,node_id,device_name,description,Reason\r\n")).toBe(true);
  expect(text).toContain(`2,p,n 0,"a, ""b""",'=cmd,node_id: (space) device_name: (space) description: (formula)`);
  expect(text.trimEnd().split("\r\n")).toHaveLength(2_501);

  const corrected = text.replaceAll("n ", "n").replaceAll('"a, ""b"""', "ab").replaceAll("'=cmd", "");
  const again = await read(corrected);
  expect(again.verdict).toMatchObject({ ready: 2_500, rejected: 0, missing: [] });
  expect(again.verdict.mapping).toEqual([null, ...columns, null]);
});
