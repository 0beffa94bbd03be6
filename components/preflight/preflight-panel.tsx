"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { toast } from "@/components/ui/toaster";
import { useFormat } from "@/lib/i18n/client";
import type { LeftOut } from "@/lib/tasks/preflight";
import { ClearLines, Line } from "./clear-lines";
import { FindingLine } from "./finding-line";
import { linesOf } from "./lines";
import { type PreflightState, type Subject, usePreflight } from "./use-preflight";

type Props = Subject & {
  /** A new list, or new rows, without some devices were stored for the draft; the answer takes that back. */
  onLeftOut: (left: LeftOut) => () => void;
};

/** What would become of the chosen devices, as far as the platform lets us see. It never keeps anybody from going on. */
export function PreflightPanel(props: Props) {
  const t = useTranslations("preflight");
  const state = useLeaving(props);
  return (
    <Panel title={t("title")} end={<Order state={state} />} className="pf">
      <Findings draftId={props.draftId ?? ""} state={state} />
    </Panel>
  );
}

/** The same inside another panel. */
export function PreflightFindings(props: Props) {
  const state = useLeaving(props);
  return (
    <div className="pf pf-in">
      <Findings draftId={props.draftId ?? ""} state={state} />
      <div className="pf-o">
        <Order state={state} />
      </div>
    </div>
  );
}

function useLeaving({ onLeftOut, ...subject }: Props): PreflightState {
  const t = useTranslations("preflight");
  const state = usePreflight(subject, (left) => {
    const total = state.view?.total ?? left.set.count;
    const run = onLeftOut(left);
    toast({ kind: "done", message: t("left", { count: total - left.set.count }), action: { label: t("undo"), run } });
  });
  return state;
}

/** How far it is, and the way out of it or to another look. */
function Order({ state: { view, unread, read, order, busy } }: { state: PreflightState }) {
  const t = useTranslations("preflight");
  const format = useFormat();
  if (unread && view === undefined)
    return (
      <Button size="sm" onClick={read}>
        {t("again")}
      </Button>
    );
  if (view === undefined || view.state === "nothing") return null;
  if (view.state !== "running")
    return (
      <Button size="sm" variant="quiet" busy={busy === "again"} onClick={() => void order("again")}>
        {t("again")}
      </Button>
    );
  return (
    <>
      <span>{t("running", { percent: format.percent(Math.round(view.progress * 100) / 100) })}</span>
      <Button size="sm" variant="quiet" busy={busy === "skip"} onClick={() => void order("skip")}>
        {t("skip")}
      </Button>
    </>
  );
}

function Findings({ draftId, state }: { draftId: string; state: PreflightState }) {
  const t = useTranslations("preflight");
  const { view, unread, leave, busy, failed } = state;
  if (view === undefined)
    return (
      <div role="status">
        <ul className="pf-ul">
          <Line kind={unread ? "unknown" : "waiting"} words={t(unread ? "failed" : "waiting")} />
        </ul>
      </div>
    );
  const lines = linesOf(view);
  const told = lines.found.length + lines.all.length + lines.part.length > 0;
  return (
    <div aria-live="polite" aria-busy={view.state === "running"}>
      {failed && (
        <p className="pf-l" role="alert">
          {t("notLeft")}
        </p>
      )}
      <ul className="pf-ul">
        {lines.found.map((finding) => (
          <FindingLine
            key={finding.finds}
            draftId={draftId}
            view={view}
            finding={finding}
            busy={busy === finding.finds}
            onLeave={() => void leave(finding.finds)}
          />
        ))}
        <ClearLines lines={lines} view={view} />
        {view.state === "skipped" && <Line kind="unknown" words={t("skipped")} />}
        {view.state === "done" && !told && <Line kind="unknown" words={t("nobody")} />}
      </ul>
    </div>
  );
}
