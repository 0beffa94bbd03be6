import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { gb18030 } from "./gb18030";
import { launch } from "./launch";
import { platformAt } from "./platform";
import { finish, legend, standing } from "./task-page";
import { expectTaskPage, toReview } from "./wizard";

const ROWS = 30_000;
const BAD_ROWS = 200;
const GOOD_ROWS = ROWS - BAD_ROWS;
/** Stands in every secret, so that none is overlooked wherever it is looked for. */
const MARK = "Zq7xV";

/** Each spoils a good row in one way; what is to be told of it, with the column's name. */
const FAULTS: readonly { spoil: (cells: string[]) => void; says: RegExp }[] = [
  { spoil: (cells) => (cells[1] = "cellar 4"), says: /^node_id: Has a space, which is not allowed here\.$/ },
  { spoil: (cells) => (cells[1] = ""), says: /^node_id: Is missing\.$/ },
  {
    spoil: (cells) => (cells[1] = "8.61234E+14"),
    says: /^node_id: Is a number so long that Excel changed its digits\./,
  },
  { spoil: (cells) => (cells[1] = "n".repeat(65)), says: /^node_id: 65 characters long\. The limit is 64\.$/ },
  { spoil: (cells) => (cells[1] = "ＷＭ－7"), says: /^node_id: Has the full-width character Ｗ\.$/ },
  { spoil: (cells) => (cells[1] = "=B7"), says: /^node_id: Is a formula\. Fill in the value itself\.$/ },
  { spoil: (cells) => (cells[1] = "node.7"), says: /^node_id: Has \. \(.*\), which is not allowed here\.$/ },
  { spoil: (cells) => (cells[3] = `${MARK}_1`), says: /^secret: 7 characters long\. It needs at least 8\.$/ },
  { spoil: (cells) => (cells[4] = "1h"), says: /^timeout: Must be a whole number of seconds, from 0 to [\d,]+\.$/ },
  { spoil: (cells) => (cells[0] = ""), says: /^product_id: Is missing\.$/ },
];

/** A spreadsheet as Excel in Chinese Windows saves it, the secrets of its good rows by device, and what is bad where. */
function spreadsheet(product: string) {
  const lines = ["产品ID,设备标识码,设备名称,密钥,超时时间"];
  const secrets = new Map<string, string>();
  const bad: { line: number; says: RegExp }[] = [];
  for (let line = 2; line <= ROWS + 1; line += 1) {
    const node = `e2e-${String(line).padStart(6, "0")}`;
    const secret = `${MARK}_${line}_${(line * 7919) % 100_000}`;
    const cells = [product, node, `水表_${line}`, secret, "0"];
    const fault = line % (ROWS / BAD_ROWS) === 3 ? FAULTS[bad.length % FAULTS.length] : undefined;
    if (fault === undefined) secrets.set(`${product}_${node}`, secret);
    else {
      fault.spoil(cells);
      bad.push({ line, says: fault.says });
    }
    lines.push(cells.join(","));
  }
  return { bytes: gb18030(`${lines.join("\r\n")}\r\n`), secrets, bad };
}

/** The lines of a CSV that was downloaded; none of its cells has a line break. */
const csvLines = (path: string) => readFileSync(path, "utf8").replace("\ufeff", "").trimEnd().split("\r\n");

/** No secret stands in the page; said without the page, which is long. */
const expectNowhere = async (page: Page) =>
  expect((await page.content()).includes(MARK), "a secret is shown").toBe(false);

/** Every file of a directory that holds the text, as it stands there. */
const filesWith = (directory: string, text: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));

test("of 30,000 rows from Chinese Windows 29,800 are registered, and 200 are named with their reasons", async ({
  page,
  request,
}) => {
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), "fleet-e2e-register-"));
  const world = await launch({ dataDir, flags: ["--devices", "2000"], env: { LOG_LEVEL: "trace" } });
  const platform = platformAt(world.simulator.endpoint, request);
  try {
    await signIn(page, world);
    const { items: products } = await (await page.request.get(`${world.url}/api/products`)).json();
    const product: string = products.find(({ name }: { name: string }) => name === "WM-210").id;
    const sheet = spreadsheet(product);
    const before = await platform.countDevices();
    expect([sheet.secrets.size, sheet.bad.length]).toEqual([GOOD_ROWS, BAD_ROWS]);

    await page.goto(`${world.url}/tasks/new`);
    await page.getByRole("link", { name: "Register devices" }).click();
    await page.getByRole("button", { name: "Continue to devices" }).click();
    await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
    await page.getByLabel("Spreadsheet").setInputFiles({ name: "水表.csv", mimeType: "text/csv", buffer: sheet.bytes });
    await expect(page.getByText("29,800 rows saved with this draft, encrypted", { exact: true })).toBeVisible();
    await expect(page.getByText("29,800 + 0 + 200 = 30,000 rows. Nothing is lost without a reason.")).toBeVisible();

    const rejected = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the 200 rejected rows" }).click();
    const [, ...told] = csvLines(await (await rejected).path());
    expect(told.map((line) => Number(line.split(",")[0]))).toEqual(sheet.bad.map(({ line }) => line));
    for (const [index, { says }] of sheet.bad.entries())
      expect(told[index]?.split(",").slice(6).join(",").replace(/^"|"$/g, "")).toMatch(says);
    await expectNowhere(page);

    await page.getByRole("button", { name: "Continue with 29,800 devices" }).click();
    await toReview(page);
    await page.getByLabel("How many devices?").fill(String(GOOD_ROWS));
    await page.getByRole("button", { name: "Register 29,800 devices" }).click();
    await expectTaskPage(page);
    await expect(page.getByText("Platform’s task ID")).toBeVisible();
    await finish(page, platform);
    await expect(standing(page)).toHaveText("Done");
    expect(await legend(page, "Done")).toBe(GOOD_ROWS);
    expect((await platform.countDevices()) - before).toBe(GOOD_ROWS);

    const registered = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download IDs and secrets" }).click();
    const [header, ...rows] = csvLines(await (await registered).path());
    expect(header).toBe("device_id,secret,fingerprint,node_id,product_id,status,reason,target");
    const handed = new Map(rows.map((row) => [row.split(",")[0] ?? "", row.split(",")[1] ?? ""]));
    // Compared as one text: of two maps this large a difference could not be read.
    expect(textOf(handed) === textOf(sheet.secrets), `${handed.size} handed, ${GOOD_ROWS} expected`).toBe(true);

    await expectNowhere(page);
    expect(await platform.violations()).toEqual([]);
    const log = world.said();
    expect(log).toContain('"level":');
    expect(log.includes(MARK), "a secret is in the log").toBe(false);
    expect(filesWith(dataDir, MARK)).toEqual([]);
  } finally {
    await page.close();
    await world.stop();
  }
  expect(filesWith(dataDir, MARK)).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});

const textOf = (secrets: ReadonlyMap<string, string>) =>
  [...secrets]
    .map((pair) => pair.join(","))
    .sort()
    .join("\n");
