import { expect, test, vi } from "vitest";
import { fail, ok } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import type { PlatformTask, SubTask } from "@/lib/tasks/task";
import { registeredCsv } from "./registered-csv";
import { streamOf } from "./stream-of";

const task = { id: "t", progress: NO_PROGRESS } as PlatformTask;
const registered = (index: number): SubTask => ({
  target: `pump_${index}`,
  status: { known: "Success" },
  output: JSON.stringify({ device_id: `id-${index}`, secret: `-secret${index}`, fingerprint: "" }),
  code: null,
  message: null,
});

/** A platform with these sub-tasks, paged as ShowBatchTask pages: by marker, and up to 500 behind it. */
function platform(subTasks: readonly SubTask[], { offsets = true, failAt = Number.POSITIVE_INFINITY } = {}) {
  let calls = 0;
  const showTask: Iotda["showTask"] = async ({ marker, limit = 50, offset = 0 }) => {
    calls += 1;
    if (calls > failAt) return fail({ kind: "unreachable", host: "iotda", cause: "cut" });
    const from = (marker === undefined ? 0 : Number(marker)) + (offsets ? offset : 0);
    const items = subTasks.slice(from, from + limit);
    const next = items.length === limit ? String(from + limit) : null;
    return ok({ task, subTasks: { items, total: subTasks.length, next } });
  };
  return { showTask: vi.fn(showTask) };
}

async function linesOf(pieces: AsyncGenerator<string>): Promise<string[]> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text.split("\r\n").slice(0, -1);
}

test("registered devices come with their secrets, the others with their reason, for spreadsheets", async () => {
  const failed: SubTask = {
    target: "pump_2",
    status: { known: "Fail" },
    output: null,
    code: "IOTDA.014031",
    message: 'The device "exists"',
  };
  expect(await linesOf(registeredCsv(platform([registered(1), failed]), "t", ["pump"]))).toEqual([
    "\ufeffdevice_id,secret,fingerprint,node_id,product_id,status,reason,target",
    "id-1,'-secret1,,1,pump,Success,,pump_1",
    ',,,2,pump,Fail,"IOTDA.014031 The device ""exists""",pump_2',
  ]);
});

test.each([0, 1, 49, 50, 51, 549, 550, 551, 1_100, 30_000])("all of %i rows are there, each once", async (count) => {
  const iotda = platform(Array.from({ length: count }, (_, index) => registered(index)));
  const lines = await linesOf(registeredCsv(iotda, "t", []));
  expect(lines).toHaveLength(count + 1);
  expect(new Set(lines).size).toBe(count + 1);
});

test("a platform that takes no offsets gives the same rows", async () => {
  const rows = Array.from({ length: 120 }, (_, index) => registered(index));
  expect(await linesOf(registeredCsv(platform(rows, { offsets: false }), "t", []))).toHaveLength(121);
});

test("what fails at once is an answer of its own; what fails later cuts the file", async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => registered(index));
  await expect(streamOf(registeredCsv(platform(rows, { failAt: 0 }), "t", []))).rejects.toMatchObject({
    failure: { kind: "unreachable" },
  });
  const stream = await streamOf(registeredCsv(platform(rows, { failAt: 22 }), "t", []));
  await expect(new Response(stream).text()).rejects.toMatchObject({ failure: { kind: "unreachable" } });
});
