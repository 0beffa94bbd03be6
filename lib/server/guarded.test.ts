import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const filesUnder = (folder: string, name: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => path.join(folder, file));

/** The one route that answers without a session. */
const OPEN = path.join("app", "api", "health", "route.ts");
/** Verbs of lib/server that ask who it is by themselves, proven by their own tests. */
const GUARDED = ["respond", "receiveTargets", "receiveRows", "handRegistered", "handTargets", "orderPreflight"];

test.each(filesUnder("app/api", /route\.tsx?$/).filter((file) => file !== OPEN && !file.includes("auth")))(
  "%s answers only through something that asks who it is",
  (file) => {
    const source = fs.readFileSync(file, "utf8");
    const handlers = [
      ...source.matchAll(/^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE)\b/gm),
    ];
    const guarded = [...source.matchAll(new RegExp(`(?:=>|return)\\s*(?:await )?(?:${GUARDED.join("|")})\\(`, "g"))];
    expect(handlers.length).toBeGreaterThan(0);
    expect(guarded).toHaveLength(handlers.length);
  },
);

test.each([
  "app/(console)/actions.ts",
  "app/(console)/connection/actions.ts",
  "app/(console)/tasks/actions.ts",
  "app/(console)/templates/actions.ts",
])("every action of %s is made by action()", (file) => {
  const source = fs.readFileSync(file, "utf8");
  const exported = source.match(/^export .*$/gm) ?? [];
  expect(exported.length).toBeGreaterThan(0);
  for (const line of exported) expect(line).toMatch(/^export const \w+Action = action\("[a-z-]+", /);
});

test("receiveTargets and receiveRows ask who it is before they read anything", () => {
  for (const name of ["targets", "rows"])
    expect(fs.readFileSync(`lib/server/receive-${name}.ts`, "utf8")).toMatch(/ receive\(request, /);
  const source = fs.readFileSync("lib/server/receive.ts", "utf8");
  const asks = source.indexOf('requireOperator("create-task")');
  expect(asks).toBeGreaterThan(0);
  expect(asks).toBeLessThan(source.indexOf("readBody(request"));
});

test("orderPreflight asks who it is before it reads anything", () => {
  const source = fs.readFileSync("lib/server/preflight/answer.ts", "utf8");
  const asks = source.indexOf('requireOperator("create-task")');
  expect(asks).toBeGreaterThan(0);
  expect(asks).toBeLessThan(source.indexOf("readBody(request"));
});

test("handRegistered asks who may see secrets, and writes down who asked, before it reads them", () => {
  const source = fs.readFileSync("lib/server/registered/hand-registered.ts", "utf8");
  const [asks, writes, reads] = ['requireOperator("see-secrets")', "appendAudit(tx", "= registeredCsv("].map((text) =>
    source.indexOf(text),
  );
  expect(asks).toBeGreaterThan(0);
  expect(writes).toBeGreaterThan(asks ?? 0);
  expect(reads).toBeGreaterThan(writes ?? 0);
});
