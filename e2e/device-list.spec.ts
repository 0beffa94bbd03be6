import { expect, test } from "./fixtures";
import { beginTask, choosePackage, expectTaskPage, numberIn, toReview, typeTheNumber } from "./wizard";

const LINES = 30_000;
const BLANK = 250;
const REPEATS = 1_500;
const BAD = ["WM210 02 000001", "WM210-02-000002;", "WM210–02–000003", "=A1", "WM210-02-00000é", "水表-1"];
const BAD_LINES = 250;

/** A file as a spreadsheet on Windows saves it, and the ids that are to be read out of it, in their order. */
function deviceFile(): { text: string; ids: string[] } {
  const ids: string[] = [];
  const lines = ["device_id,site"];
  while (lines.length <= LINES) {
    const line = lines.length;
    if (line % (LINES / BLANK) === 7) lines.push("");
    else if (line % (LINES / BAD_LINES) === 11) lines.push(`"${BAD[line % BAD.length]}",bad`);
    else if (line % (LINES / REPEATS) === 13) lines.push(`${ids[line % ids.length]},again`);
    else {
      const id = line === 1_000 ? "wm210-02-000001" : `WM210-02-${String(line).padStart(6, "0")}`;
      ids.push(id);
      lines.push(`${id},"Site ${line}, north"`);
    }
  }
  return { text: `\uFEFF${lines.join("\r\n")}\r\n`, ids };
}

test("of 30,000 lines exactly the valid unique ids are sent, and the page never freezes", async ({
  operator: page,
  platform,
}) => {
  test.slow();
  const { text, ids } = deviceFile();
  await page.goto("/");
  await beginTask(page);
  await choosePackage(page);
  await page.getByRole("radio", { name: "List of devices" }).check({ force: true });
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await page.evaluate(() => {
    const beats = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { beats });
    setInterval(() => {
      const now = performance.now();
      beats.longest = Math.max(beats.longest, now - beats.last);
      beats.last = now;
    }, 10);
  });
  await page
    .getByLabel("File with device IDs")
    .setInputFiles({ name: "north.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(
    page.getByText(`${ids.length.toLocaleString("en-US")} device IDs saved with this draft`, { exact: true }),
  ).toBeVisible();
  const longest = await page.evaluate(() => (globalThis as unknown as { beats: { longest: number } }).beats.longest);
  expect(longest).toBeLessThan(1_000);
  await expect(page.getByText(`${BLANK} blank lines are not counted.`)).toBeVisible();
  await expect(page.getByText("1 ID differs from another only in upper and lower case")).toBeVisible();
  await expect(page.getByText(/Nothing is lost without a reason/)).toContainText(
    `${ids.length.toLocaleString("en-US")} + ${REPEATS.toLocaleString("en-US")} + ${BAD_LINES} = `,
  );

  await page.getByRole("button", { name: /Continue with/ }).click();
  await toReview(page);
  const send = page.getByRole("button", { name: /^Update [\d,]+ devices/ });
  const count = numberIn((await send.textContent())?.split(",  ")[0] ?? null);
  await typeTheNumber(page, ids.length);
  await send.click();
  await expectTaskPage(page);
  await expect(page.getByText("Platform’s task ID")).toBeVisible();
  const [request, ...more] = await platform.requests("CreateBatchTask");
  expect(more).toEqual([]);
  expect(count).toBe(ids.length);
  const targets = request?.body?.targets ?? [];
  // Compared as one text: of two arrays this long a difference could not be read.
  expect(targets.join("\n") === ids.join("\n"), `${targets.length} sent, ${ids.length} expected`).toBe(true);
});
