import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { catalogs } from "@/lib/i18n/catalog";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import type { TaskView } from "@/lib/tasks/view";
import { HeldNotice } from "./held-notice";

const BLOCKED = "not-on-platform" as const;
const task: TaskView = {
  id: "1",
  platformId: null,
  type: "deleteDevices",
  title: "Old pumps",
  platformName: "Old_pumps_1",
  gone: false,
  owner: "ann@example.test",
  ours: true,
  submission: "held",
  status: null,
  progress: NO_PROGRESS,
  startsAt: "2026-03-03T08:00:00.000Z",
  createdAt: "2026-03-02T08:00:00.000Z",
  finishedAt: null,
  readAt: null,
  part: null,
  needsAttention: null,
  statusText: "",
  spaceId: "space",
  packageLabel: null,
  targetSummary: { by: "rows", count: 2 },
  retry: null,
  needsConfirm: false,
  settling: null,
  document: null,
  holdUntil: "2026-03-03T08:00:00.000Z",
  failure: null,
  family: [],
  actions: [],
  blocked: { stop: BLOCKED, retry: BLOCKED, confirm: BLOCKED, delete: BLOCKED },
  link: {
    platform: { name: "Simulator", isSimulator: true, host: "localhost" },
    lastReadAt: null,
    tookMs: null,
    failure: null,
    running: null,
    capacity: 10,
    now: "2026-03-02T08:00:00.000Z",
  },
};
const nothing = () => Promise.reject(new Error("not pressed"));
const hold = { cancel: nothing, move: nothing, start: nothing };

const drawn = (given: Partial<TaskView>, mayAct = true): string =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={catalogs.en}>
      <HeldNotice task={{ ...task, ...given }} hold={hold} mayAct={mayAct} />
    </IntlProvider>,
  ).replace(/<[^>]*>/g, " ");

test("a start that is kept here says until when, that nothing was sent, and what can be done", () => {
  const text = drawn({});
  expect(text).toMatch(/Kept here until\s+Tue 3 Mar/);
  expect(text).toContain("Nothing has been sent");
  expect(text).toContain("encrypted");
  expect(text).toMatch(/Cancel….*Another time….*Start now…/);
});

test("a missed one says so, and that it is never sent by itself", () => {
  const text = drawn({ submission: "missed" });
  expect(text).toContain("The start was missed, and nothing was sent");
  expect(text).toContain("never sent late by itself");
  expect(text).not.toContain("Kept here until");
});

test("who may not decide is told the same without buttons, and other tasks have no notice", () => {
  expect(drawn({}, false)).not.toContain("…");
  expect(drawn({ holdUntil: null, submission: "sent" }).trim()).toBe("");
});
