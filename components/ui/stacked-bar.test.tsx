import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type BarPart, StackedBar } from "./stacked-bar";

const part = (key: string, value: number): BarPart => ({ key, tone: "done", value, label: `${key} ${value}` });

function drawn(parts: readonly BarPart[], total: number | null) {
  const html = renderToStaticMarkup(
    <StackedBar parts={parts} total={total} gapLabel={(count) => `not reported ${count}`} label="all of it" />,
  );
  return [...html.matchAll(/title="([^"]*)"/g)].map((match) => match[1]);
}

test("what the total holds and no part does is a part of its own, and named", () => {
  expect(drawn([part("done", 90), part("failed", 4)], 100)).toEqual(["done 90", "failed 4", "not reported 6"]);
});

test("parts that make the total leave no gap, and parts of 0 are not drawn", () => {
  expect(drawn([part("done", 96), part("stopped", 0), part("failed", 4)], 100)).toEqual(["done 96", "failed 4"]);
});

test("counters beyond the total, or without one, are drawn as they are", () => {
  expect(drawn([part("done", 96), part("failed", 14)], 100)).toEqual(["done 96", "failed 14"]);
  expect(drawn([part("done", 7)], null)).toEqual(["done 7"]);
});

test("it is one picture with a sentence, or buttons with names", () => {
  const picture = renderToStaticMarkup(
    <StackedBar parts={[part("done", 1)]} total={2} gapLabel={String} label="done 1 of 2" />,
  );
  expect(picture).toContain('role="img" aria-label="done 1 of 2"');
  const buttons = renderToStaticMarkup(
    <StackedBar parts={[part("done", 1)]} total={2} gapLabel={String} label="x" onPart={() => {}} />,
  );
  expect(buttons).toMatch(/<button[^>]*aria-label="done 1"[^>]*aria-pressed="false"/);
  expect(buttons).toMatch(/<button[^>]*disabled=""/);
});
