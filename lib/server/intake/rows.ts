import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { saveRowSet, sealName } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { lockSubmission, type Submission } from "@/lib/db/submissions";
import { FailureError } from "@/lib/failure";
import { platformSheet } from "@/lib/target-files/platform-sheet";
import { formatRowSheet, parseRowSheet, type RowSheet, type RowSheetIssue } from "@/lib/target-files/row-sheet";
import { splitRows } from "@/lib/target-files/split-rows";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { RowSetView } from "@/lib/tasks/draft";
import { MAX_PARTS, type RowKind } from "@/lib/tasks/targets";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";
import { requireDraft, rowsView, stale } from "./drafting";

const SAMPLE = 5;

const invalid = (message: string, values: Record<string, number> = {}) =>
  new FailureError({ kind: "invalid", issues: [{ path: "targets", message, values }] });

/**
 * Takes the rows of a spreadsheet for a draft: judged anew, cut into files that the platform takes, sealed, and only
 * then written down. What they say is named nowhere, because it can be a secret: a row that does not fit is told by number.
 */
export async function putRows(
  deps: ServerDeps,
  { draftId, source, body }: { draftId: string; source: string; body: string },
  by: Operator,
): Promise<RowSetView> {
  const draft = await requireDraft(deps.database, draftId);
  const kind = kindOf(draft);
  const parsed = parseRowSheet(kind, body);
  if (!parsed.ok) throw problem(parsed.issue);
  const { sheet } = parsed;
  const laid = await platformSheet(kind, sheet, await deps.template(draft.type));
  if (!laid.ok) throw invalid("template-unfit");
  const parts = await splitRows(laid.sheet, { maxRows: deps.taskFileRows });
  if (parts.length > MAX_PARTS) throw invalid("rows-parts", { most: MAX_PARTS });
  const id = deps.newId();
  const sealed = await Promise.all(
    parts.map(({ from, count }, index) => {
      const rows = sheet.rows.slice(from, from + count);
      return deps.sealing.seal(sealName(id, index + 1), formatRowSheet({ columns: sheet.columns, rows }));
    }),
  );
  return deps.database.transaction(async (tx) => {
    const locked = await lockSubmission(tx, taskId(draftId));
    if (locked === null || locked.state === "cancelled") throw new FailureError({ kind: "missing", what: "draft" });
    if (locked.state !== "draft") throw stale();
    const set = {
      id,
      draftId: draft.id,
      kind,
      source: source.slice(0, 200),
      sample: sampleOf(sheet),
      savedBy: by.email,
      savedAt: new Date(deps.now()).toISOString(),
      counts: parts.map(({ count }) => count),
    };
    await saveRowSet(tx, set, sealed);
    await tx.update(submissions).set({ rowSetId: id }).where(eq(submissions.id, draft.id));
    return rowsView(set);
  });
}

function kindOf({ type, state }: Submission): RowKind {
  if (state === "cancelled") throw new FailureError({ kind: "missing", what: "draft" });
  const kind = isCreatable(type) ? taskTypes[type].rows : null;
  if (kind === null) throw invalid("targets-way");
  return kind;
}

function problem(issue: RowSheetIssue): FailureError {
  switch (issue.kind) {
    case "none":
      return invalid("rows-none");
    case "many":
      return invalid("rows-many", { most: issue.limit });
    case "columns":
      return invalid("rows-not-valid", { row: 0 });
    case "shape":
    case "cell":
    case "repeat":
      return invalid("rows-not-valid", { row: issue.row });
  }
}

/** The first devices by their node or device ID, and nothing else of them. */
function sampleOf({ columns, rows }: RowSheet): readonly string[] {
  const at = (["node_id", "device_id"] as const).map((name) => columns.indexOf(name));
  return rows.slice(0, SAMPLE).map((cells) => at.map((index) => cells[index] ?? "").find((id) => id !== "") ?? "");
}
