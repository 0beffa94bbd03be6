import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import { TemplateLines } from "@/components/templates/template-lines";
import { TemplatesPage } from "@/components/templates/templates-page";
import { catalogs } from "@/lib/i18n/catalog";
import type { Locale } from "@/lib/i18n/locale";
import { CREATABLE_TYPES } from "@/lib/task-types/registry";
import { reuseFacts } from "@/lib/task-types/reusing";
import { ORIGIN_NOTES, REUSES, TEMPLATE_PARTS } from "@/lib/tasks/origin";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import { SUB_TASK_STATUSES } from "@/lib/tasks/status";
import { TASK_TYPES } from "@/lib/tasks/task-type";
import type { TaskView } from "@/lib/tasks/view";
import type { ReuseActions } from "./actions";
import { FollowUpChosen } from "./follow-up-chosen";
import { OriginNotice } from "./origin-notice";
import { ReuseMenu } from "./reuse-menu";
import { ReuseProvider } from "./reuse-provider";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => undefined, refresh: () => undefined }) }));

const never = () => new Promise<never>(() => undefined);
const actions: ReuseActions = { clone: never, followUp: never, undo: never, saveTemplate: never };

function told(node: React.ReactNode, locale: Locale = "en"): string {
  const problems: unknown[] = [];
  const html = renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={catalogs[locale]} onError={(error) => problems.push(error)}>
      {node}
    </IntlProvider>,
  );
  expect(problems).toEqual([]);
  return html;
}

const task = (more: Partial<TaskView>): TaskView => ({
  id: "8c5f0d9e-2b1a-4c3d-9e8f-7a6b5c4d3e2f",
  platformId: "5c8ba99030344005c02316ad",
  type: "firmwareUpgrade",
  title: "Night rollout",
  platformName: "Night_rollout_1",
  gone: false,
  owner: null,
  ours: true,
  submission: "sent",
  status: { known: "PartialSuccess" },
  progress: { ...NO_PROGRESS, total: 10, succeeded: 4, failed: 6 },
  startsAt: null,
  createdAt: "2026-03-02T08:00:00.000Z",
  finishedAt: null,
  readAt: null,
  part: null,
  needsAttention: null,
  statusText: "",
  spaceId: "north",
  packageLabel: null,
  targetSummary: null,
  retry: null,
  needsConfirm: false,
  settling: null,
  document: null,
  holdUntil: null,
  failure: null,
  family: [],
  actions: [],
  blocked: { stop: null, retry: null, confirm: null, delete: null },
  link: {
    platform: { name: "North", isSimulator: true, host: "iotda.test" },
    lastReadAt: null,
    tookMs: null,
    failure: null,
    running: null,
    capacity: 10,
    now: "2026-03-02T08:00:00.000Z",
  },
  ...more,
});

const menu = (more: Partial<TaskView>, offered = CREATABLE_TYPES, given: ReuseActions | null = actions) => (
  <ReuseProvider actions={given} facts={reuseFacts(task(more).type, offered)}>
    <ReuseMenu task={task(more)} />
    <FollowUpChosen task={task(more)} deviceIds={["d1", "d2"]} />
  </ReuseProvider>
);

test.each(TASK_TYPES)("what can be made of a %s task has words in both languages, and so has why not", (type) => {
  for (const locale of ["en", "zh-CN"] as const) {
    told(menu({ type }), locale);
    told(menu({ type, platformId: null }), locale);
    told(menu({ type, gone: true }), locale);
    told(menu({ type, progress: { ...NO_PROGRESS, total: 0, succeeded: 0 } }), locale);
    told(menu({ type }, []), locale);
  }
});

test("what is not possible is there, and says why", () => {
  const html = told(menu({ type: "deleteDevices" }));
  expect(html).toMatch(/aria-disabled="true"[^>]*>.*There is no task that takes this back/);
  expect(html).toContain("New task with these 2 devices");
});

test("who may not create tasks is offered nothing", () => {
  expect(told(menu({}, CREATABLE_TYPES, null))).toBe("");
});

test("devices of a registration are not offered by their rows", () => {
  expect(told(menu({ type: "createDevices" }))).not.toContain("New task with these");
});

test("where a draft came from is told with everything that it lacks", () => {
  const origin = { id: task({}).id, title: "Night rollout", notes: ORIGIN_NOTES, versions: ["2.2", "2.3"] };
  for (const locale of ["en", "zh-CN"] as const)
    for (const from of REUSES)
      for (const which of ["chosen", "all", ...SUB_TASK_STATUSES] as const)
        expect(told(<OriginNotice origin={{ ...origin, from, devices: { count: 29, which } }} />, locale)).toContain(
          "29",
        );
  expect(told(<OriginNotice origin={{ ...origin, from: "undo", devices: null }} />)).toContain(
    `href="/tasks/${origin.id}"`,
  );
  expect(told(<OriginNotice origin={null} />)).toBe("");
});

test("templates have words in both languages, also without any", () => {
  const template = {
    id: "t1",
    name: "Nightly",
    type: "firmwareUpgrade",
    open: TEMPLATE_PARTS,
    devices: 12,
    createdBy: "ann@example.test",
    createdAt: "2026-03-02T08:00:00.000Z",
    used: 3,
  } as const;
  const can = { use: never, rename: never, remove: never };
  for (const locale of ["en", "zh-CN"] as const) {
    told(<TemplatesPage templates={[]} offered={[]} actions={can} />, locale);
    const rows = [template, { ...template, id: "t2", open: [], devices: null }];
    told(<TemplatesPage templates={rows} offered={CREATABLE_TYPES} actions={can} />, locale);
    told(<TemplateLines templates={rows} offered={[]} use={never} />, locale);
  }
});
