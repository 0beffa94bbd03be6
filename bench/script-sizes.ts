import { gzipSync } from "node:zlib";
import { routes } from "@/lib/routes";
import { printTable } from "./print";
import type { Browser } from "./world";

/** kB of 1000 bytes. */
type Limited = { name: string; path: string; limit: number };

const SCRIPT = /\/_next\/static\/[\w./~-]+?\.js\b/g;

/** Every script that a page names for browsers of today, in its tags and in the data that React starts from. */
function scriptsIn(html: string): readonly string[] {
  const forOldBrowsers = new Set<string>();
  for (const [tag] of html.matchAll(/<script\b[^>]*\bnomodule\b[^>]*>/gi))
    for (const [path] of tag.matchAll(SCRIPT)) forOldBrowsers.add(path);
  const named = new Set(Array.from(html.matchAll(SCRIPT), ([path]) => path));
  return [...named].filter((path) => !forOldBrowsers.has(path));
}

/** Prints what each page loads; false when one is over its limit. */
export async function scriptSizes(visitor: Browser, operator: Browser, taskId: string): Promise<boolean> {
  const sizes = new Map<string, number>();
  const sizeOf = async (path: string): Promise<number> => {
    const size = sizes.get(path) ?? gzipSync(await visitor.script(path), { level: 6 }).length;
    sizes.set(path, size);
    return size;
  };
  const measure = async (browser: Browser, { name, path, limit }: Limited) => {
    const scripts = scriptsIn(await browser.page(path));
    if (scripts.length === 0) throw new Error(`${path} names no script`);
    const each = await Promise.all(scripts.map(sizeOf));
    const kB = each.reduce((sum, size) => sum + size, 0) / 1000;
    const row = [name, `${scripts.length}`, kB.toFixed(1), `${limit}`, kB <= limit ? "within" : "OVER"];
    return { row, within: kB <= limit };
  };
  const pages = [
    await measure(visitor, { name: "sign-in", path: routes.signIn(), limit: 150 }),
    await measure(operator, { name: "overview", path: routes.overview(), limit: 220 }),
    await measure(operator, { name: "task list", path: routes.tasks(), limit: 220 }),
    await measure(operator, { name: "task", path: routes.task(taskId), limit: 220 }),
    await measure(operator, { name: "wizard", path: routes.wizard("firmwareUpgrade"), limit: 270 }),
  ];
  console.log("\nFirst-load JavaScript in kB, each script by gzip -6");
  printTable([["", "scripts", "kB", "limit", ""], ...pages.map(({ row }) => row)]);
  return pages.every(({ within }) => within);
}
