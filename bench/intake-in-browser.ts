import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Page } from "@playwright/test";
import { deviceIds } from "./device-ids";
import { median, type Times } from "./measure";
import { printTable } from "./print";
import type { World } from "./world";

/** Where a millisecond of the main thread counts: a frame at 60 a second. */
const FRAME_MS = 16;
const ROUNDS = 5;

type Beats = { longest: number; verdict: number };
type Measured = { block: Times; verdict: Times; papa: Times };

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

/**
 * The device list intake as a person uses it, in a real Chromium: from the chosen file to the verdict on the screen, and
 * how long the page could not answer meanwhile; beside it PapaParse alone on the page's own thread, same rows.
 */
export async function intakeInBrowser({ url, admin }: World): Promise<void> {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({ args: ARGS, ...(executablePath !== undefined && { executablePath }) });
  try {
    const page = await browser.newPage({ baseURL: url });
    await page.goto("/sign-in?returnTo=/tasks/new/freezeDevices");
    await page.getByLabel("Email").fill(admin.email);
    await page.getByLabel("Password").fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Continue to devices" }).click();
    await page.getByRole("radio", { name: "List of devices" }).check({ force: true });
    await page.getByLabel("File with device IDs").waitFor({ state: "attached" });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("papaparse/papaparse.min.js"), "utf8"));
    const rows: string[][] = [["rows", "longest block ms", "chosen to verdict ms", "PapaParse alone ms", "ratio"]];
    for (const count of [30_000, 100_000, 1_000_000]) rows.push(rowOf(count, await measure(page, count)));
    console.log(`\nA list in the browser (${ROUNDS} rounds; a block of at most ${FRAME_MS} ms is a frame)`);
    printTable(rows);
  } finally {
    await browser.close();
  }
}

function rowOf(count: number, { block, verdict, papa }: Measured): string[] {
  const ratio = median(verdict) / median(papa);
  const numbers = [Math.max(...block), median(verdict), median(papa), ratio];
  return [count.toLocaleString("en"), ...numbers.map((value) => value.toFixed(value < 10 ? 2 : 0))];
}

async function measure(page: Page, count: number): Promise<Measured> {
  const measured = { block: [] as number[], verdict: [] as number[], papa: [] as number[] };
  const text = ["device_id", ...deviceIds(count)].join("\r\n");
  // Once without counting: code that runs for the first time is compiled meanwhile.
  for (let round = -1; round < ROUNDS; round += 1) {
    const papa = await page.evaluate(papaAlone, text);
    const beats = await page.evaluate(chooseFile, { text, name: `${count}-${round}.csv` });
    if (round < 0) continue;
    measured.papa.push(papa);
    measured.block.push(beats.longest);
    measured.verdict.push(beats.verdict);
  }
  return measured;
}

/** In the page: milliseconds that PapaParse needs for a file on the main thread. */
async function papaAlone(text: string): Promise<number> {
  const { Papa } = globalThis as unknown as { Papa: { parse: (text: string) => unknown } };
  const file = new File([text], "papa.csv");
  const from = performance.now();
  Papa.parse(await file.text());
  return performance.now() - from;
}

/** In the page: gives a file to the intake, and counts until the page says what became of it, and the longest silence. */
async function chooseFile({ text, name }: { text: string; name: string }): Promise<Beats> {
  const input = document.querySelector<HTMLInputElement>("main input[type=file]");
  if (input === null) throw new Error("The intake is not there");
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: "text/csv" }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const beats = { longest: 0, verdict: 0 };
  const channel = new MessageChannel();
  let last = performance.now();
  let on = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    beats.longest = Math.max(beats.longest, now - last);
    last = now;
    if (on) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  const from = performance.now();
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  const told = () => [...document.querySelectorAll("main .panel")].some((panel) => panel.textContent?.includes(name));
  const done = () => told() && document.querySelector("main .trio, main .notice") !== null;
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 1));
  beats.verdict = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 500));
  on = false;
  return beats;
}
