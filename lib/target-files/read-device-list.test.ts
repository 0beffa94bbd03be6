import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, read, readList, readText, refusalOf, splitSource } from "./reading-for-tests";
import type { Choice } from "./verdict";

const TABLE = [
  "name,device_id,region",
  "水表一号,WM-1,north",
  '"Meter ""two"", old",WM-2,north',
  "",
  "水表三号,WM 3,south",
  '"two',
  'lines",WM-1,south',
  "水表五号,WM-5,",
  "水表六号",
  "水表七号,wm-5,east",
].join("\n");

const EXPECTED = {
  entries: 7,
  ready: 4,
  repeats: 1,
  rejected: 2,
  blank: 1,
  header: true,
  column: 1,
  over: 0,
  twins: { count: 1, examples: [["WM-5", "wm-5"]] },
};

test("a table is read with its lines counted as an editor shows them", async () => {
  const { verdict, ids } = await readText(TABLE);
  expect(verdict).toMatchObject(EXPECTED);
  expect(ids).toEqual(["WM-1", "WM-2", "WM-5", "wm-5"]);
  expect(verdict.rejections).toMatchObject([
    { entry: 2, line: 5, content: "WM 3", reason: "space" },
    { entry: 5, line: 9, content: "", reason: "empty" },
  ]);
});

describe("the same table gives the same verdict", () => {
  const ends = { LF: "\n", CRLF: "\r\n", CR: "\r" };
  const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030"] as const;
  const delimiters = [",", ";", "\t", "|"];
  const variants = Object.entries(ends).flatMap(([name, end]) =>
    encodings.flatMap((encoding) => delimiters.map((delimiter) => ({ name, end, encoding, delimiter }))),
  );

  test.each(variants)("with $name, $encoding and $delimiter", async ({ end, encoding, delimiter }) => {
    const text = TABLE.replaceAll('"Meter ""two"", old"', '"Meter ""two"" old"').replaceAll(",", delimiter);
    const { verdict, ids } = await readList(bytesOf(text.replaceAll("\n", end), encoding));
    const { ids: expected, verdict: plain } = await readText(TABLE);
    expect(ids).toEqual(expected);
    expect(verdict).toMatchObject(EXPECTED);
    expect(verdict.rejections).toEqual(plain.rejections);
  });

  test.each(["utf-8-bom", "utf-16le", "gb18030"] as const)("wherever its bytes are cut (%s)", async (encoding) => {
    const bytes = bytesOf(TABLE.replaceAll("\n", "\r\n"), encoding);
    const whole = await readList(bytes);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(await read(splitSource(bytes, [cut]))).toEqual(whole);
    }
  });

  test("with and without a last line end", async () => {
    expect(await readText(`${TABLE}\n`)).toEqual(await readText(TABLE));
  });
});

test("the counts add up, and the IDs are the valid ones, each once, in the order of their first occurrence", async () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("A-1", "a-1", "B_2", "C3", " C3 ") },
    fc.constantFrom("", " ", "A 1", "Ａ1", "A\u200b1", "1.2E+15", "=A1", '"', 'x"y', "x,y", "x;y\tz", "x".repeat(129)),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.tuple(fc.array(cell, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"));
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 5 }), async ([cells, end], cuts) => {
      const bytes = new TextEncoder().encode(cells.join(end));
      const reading = await read(splitSource(bytes, cuts));
      expect(reading).toEqual(await read(splitSource(bytes, [])));
      if (reading.kind === "refusal") return;
      const { verdict, ids } = reading;
      expect(verdict.ready + verdict.repeats + verdict.rejected).toBe(verdict.entries);
      expect(ids).toHaveLength(verdict.ready);
      expect(ids).toEqual([...new Set(ids)].filter((id) => /^[A-Za-z0-9_-]{1,128}$/.test(id)));
    }),
    { numRuns: 300 },
  );
});

test("a plain list of any IDs comes back as it is, without repeats", async () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 60 }), async (list) => {
      const { verdict, ids } = await readText(list.join("\n"), { header: false });
      expect(ids).toEqual([...new Set(list)]);
      expect(verdict.rejected).toBe(0);
    }),
  );
});

describe("fixes", () => {
  const TEXT = "A-1\nA 2\nA\u200b-1\nＡ-3\nA-4";
  const fixed = (fixes: NonNullable<Choice["fixes"]>) => readText(TEXT, { fixes });

  test("are offered, not taken", async () => {
    const { verdict, ids } = await readText(TEXT);
    expect(verdict).toMatchObject({ ready: 2, repeats: 0, rejected: 3, fixable: 2, fixed: 0 });
    expect(ids).toEqual(["A-1", "A-4"]);
  });

  test("put the ID in its own place when taken one by one", async () => {
    const { verdict, ids } = await fixed(new Set([3]));
    expect(verdict).toMatchObject({ ready: 3, repeats: 0, rejected: 2, fixable: 1, fixed: 1, entries: 5 });
    expect(ids).toEqual(["A-1", "A-3", "A-4"]);
  });

  test("count as repeats where the ID is there already", async () => {
    const { verdict } = await fixed("all");
    expect(verdict).toMatchObject({ ready: 3, repeats: 1, rejected: 1, fixable: 0, fixed: 2 });
  });
});

describe("the limit of one task", () => {
  const list = (count: number) => Array.from({ length: count }, (_, at) => `D-${at}`).join("\n");

  test("30,000 are ready", async () => {
    const { verdict, ids } = await readText(list(30_000));
    expect([verdict.ready, verdict.over, ids.length]).toEqual([30_000, 0, 30_000]);
  });

  test("one more is told and nothing is cut off: all are there for a split", async () => {
    const { verdict, ids } = await readText(list(30_001));
    expect([verdict.ready, verdict.over, ids.length]).toEqual([30_001, 1, 30_001]);
  });

  test("as many as can be split are handed out, and of one more none", { timeout: 30_000 }, async () => {
    const most = await readText(list(300_000));
    expect([most.verdict.ready, most.ids.length]).toEqual([300_000, 300_000]);
    const over = await readText(list(300_001));
    expect([over.verdict.ready, over.verdict.over, over.ids.length]).toEqual([300_001, 270_001, 0]);
  });
});

test("a long file with everything in it has exactly the right answer", async () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => {
    if (at % 100 === 7) return "";
    if (at % 100 === 13) return `WM ${at}`;
    if (at % 1000 === 21) return `WM\u200b-${at}`;
    if (at % 50 === 33) return `WM-${at - 1}`;
    return at % 9 === 0 ? `  WM-${at} ` : `WM-${at}`;
  });
  const { verdict, ids } = await readList(bytesOf(["Device ID", ...lines, ""].join("\r\n"), "utf-8-bom"));
  expect(verdict).toMatchObject({
    entries: 29_700,
    blank: 300,
    rejected: 330,
    repeats: 600,
    ready: 28_770,
    fixable: 30,
  });
  expect(verdict.rejections[0]).toMatchObject({ line: 15, content: "WM 13", reason: "space" });
  expect(ids).toEqual([...new Set(lines.map((line) => line.trim()).filter((line) => /^WM-\d+$/.test(line)))]);
});

describe("refused as a whole", () => {
  const text = (value: string) => new TextEncoder().encode(value);
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]);
  const oldExcel = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  test.each([
    ["a broken workbook", zip, "workbook-damaged", {}],
    ["an old workbook", oldExcel, "workbook-old", {}],
    ["NUL bytes", text("A-1\nA-\0-2\n"), "not-text", {}],
    ["bytes of no encoding", new Uint8Array([65, 0x80, 0x20, 0xff, 10]), "encoding", {}],
    ["nothing", text(""), "nothing", {}],
    ["blank lines only", text("\n \r\n\t\n"), "nothing", {}],
    ["a header only", text("device_id\n"), "nothing", {}],
    ["a line of 5 MB", text(`A-1\n${"x".repeat(5_000_000)}\nA-2`), "long-line", { line: 2 }],
    ["a line of 5 MB that never ends", text(`A-1\n\n${"x".repeat(5_000_000)}`), "long-line", { line: 3 }],
    ["a quote that never closes", text('A-1\n"A-2\nA-3\n'), "open-quote", { line: 2 }],
    ["one that swallows much", text(`A-1\n"A-2${"\nA-3".repeat(500_000)}`), "open-quote", { line: 2 }],
  ])("%s", async (_, bytes, reason, values) => {
    expect(await refusalOf(bytes)).toMatchObject({ reason, values });
  });

  test("a file above 100 MB, without a look inside", async () => {
    const source = {
      size: 100 * 1024 * 1024 + 1,
      chunks: () => {
        throw new Error("was opened");
      },
      slice: () => Promise.reject(new Error("was opened")),
    };
    expect(await read(source)).toMatchObject({ kind: "refusal", reason: "too-big", values: { limit: 100 } });
  });

  test("a file that can no longer be read", async () => {
    const source = {
      size: 10,
      chunks: () => {
        throw new DOMException("gone", "NotReadableError");
      },
      slice: () => Promise.reject(new DOMException("gone", "NotReadableError")),
    };
    expect(await read(source)).toMatchObject({ reason: "unreadable" });
  });
});

test("a reading that nobody waits for any more ends", async () => {
  const source = splitSource(new TextEncoder().encode("A-1\nA-2\n"), [3]);
  await expect(read(source, {}, AbortSignal.abort())).rejects.toThrow("abort");
});
