import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button } from "./button";

test("what can not be pressed says why, and stays reachable by keyboard", () => {
  const html = renderToStaticMarkup(<Button blocked="A stopped task can not be retried.">Retry 82</Button>);
  expect(html).toContain('aria-disabled="true"');
  expect(html).toContain('title="A stopped task can not be retried."');
  expect(html).not.toContain('disabled=""');
});

test("while busy it is locked without losing focus", () => {
  const html = renderToStaticMarkup(<Button busy>Scheduling…</Button>);
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('aria-disabled="true"');
});

test("it never submits a form unless it is told to", () => {
  expect(renderToStaticMarkup(<Button>Clear</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
});
