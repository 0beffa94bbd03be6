import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { catalogs } from "./catalog";
import { placeholders } from "./placeholders";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every message of a tree, by its dotted path. */
function leaves(tree: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : leaves(value, [...path, key]),
  );
}

const english = leaves(catalogs.en);
const chinese = new Map(leaves(catalogs["zh-CN"]));

test("both languages have the same keys", () => {
  expect([...chinese.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
});

test("every file of messages is in the catalog", () => {
  for (const locale of ["en", "zh-CN"] as const) {
    const files = readdirSync(join(ROOT, "lib/i18n/messages", locale)).map((file) => file.replace(/\.json$/, ""));
    expect(files.toSorted()).toEqual(Object.keys(catalogs[locale]).toSorted());
  }
});

test("a message has the same placeholders in both languages, and neither is empty", () => {
  const differing = english.filter(([key, message]) => {
    const translated = chinese.get(key) ?? "";
    return !agree(message, translated) || message.trim() === "" || translated.trim() === "";
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

/** The same tags and values; a value that only chooses a plural form may be left out where the forms are one. */
function agree(message: string, translated: string): boolean {
  const [asked, given] = [placeholders(message), placeholders(translated)];
  const dispensable = (name: string) => !message.replaceAll(`{${name}, plural`, "").includes(`{${name}`);
  return (
    asked.tags.join() === given.tags.join() &&
    given.values.every((name) => asked.values.includes(name)) &&
    asked.values.every((name) => given.values.includes(name) || dispensable(name))
  );
}

test("every message can be read by the formatter, with any values", () => {
  const problems: string[] = [];
  for (const locale of ["en", "zh-CN"] as const)
    for (const [key, message] of leaves(catalogs[locale])) {
      const { values, tags } = placeholders(message);
      const told = createTranslator({
        locale,
        messages: { key: message },
        onError: (error) => problems.push(`${locale} ${key}: ${error.message}`),
      });
      const given = Object.fromEntries(values.map((name) => [name, 2]));
      told.markup("key", { ...given, ...Object.fromEntries(tags.map((tag) => [tag, (text: string) => text])) });
    }
  expect(problems).toEqual([]);
});

test("Chinese does not speak English", () => {
  const untranslated = english.filter(
    ([key, message]) => chinese.get(key) === message && /[a-z]{3}/i.test(bare(message)),
  );
  const meant = new Set(["common.brand"]);
  expect(untranslated.map(([key]) => key).filter((key) => !meant.has(key))).toEqual([]);
});

/** A message without what stands for something else, and without the names of technical things. */
const bare = (message: string) => message.replace(/\{[^{}]*\}/g, "").replace(/UTC|CSV|JSON|HTTP|XLSX|ID/g, "");

type Source = { texts: ReadonlySet<string>; patterns: readonly RegExp[] };

/** What a source says in quotes or as a property; the holes of a template match anything. */
function quoted(source: string): Source {
  const texts = [...source.matchAll(/"([^"\n]*)"|^\s*"?([\w-]+)"?:/gm)].map((match) => match[1] ?? match[2] ?? "");
  const templates = [...source.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})*[a-zA-Z](?:[\w.-]|\$\{[^}`]*\})*)`/g)];
  const patterns = templates.map(([, template = ""]) => {
    const [first = "", ...rest] = template.split(/\$\{[^}]*\}/).map((text) => text.replaceAll(".", "\\."));
    return new RegExp(`^${[first, ...rest].join(".+")}$`);
  });
  return { texts: new Set(texts), patterns };
}

test("every message is used somewhere", () => {
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => quoted(readFileSync(join(ROOT, folder, file), "utf8"))),
  );
  const saidAnywhere = new Set(sources.flatMap(({ texts }) => [...texts]));
  // A key that another module hands over is a plain text there; a template stands where its namespace does.
  const isUsed = (path: string) =>
    path.split(".").some((_, at, parts) => {
      const [namespace, key] = [parts.slice(0, at).join("."), parts.slice(at).join(".")];
      const askers = sources.filter(({ texts }) => at > 0 && texts.has(namespace));
      return askers.some(({ patterns }) => saidAnywhere.has(key) || patterns.some((pattern) => pattern.test(key)));
    });
  expect(english.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
});
