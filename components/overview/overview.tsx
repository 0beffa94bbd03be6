"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { failureOf } from "@/lib/queries/get-json";
import { overviewQuery } from "@/lib/queries/overview";
import { routes } from "@/lib/routes";
import type { OverviewView } from "@/lib/tasks/view";
import { AttentionPanel } from "./attention-panel";
import { DraftsPanel } from "./drafts-panel";
import { FinishedPanel } from "./finished-panel";
import { LinkPanel } from "./link-panel";
import { OverviewHeader } from "./overview-header";
import { PlacesPanel } from "./places-panel";
import { RunningPanel } from "./running-panel";
import { StartingPanel } from "./starting-panel";

type Props = { spaceId: string; initial: OverviewView; mayCreate: boolean };

/** What needs a person, what runs, what comes and what ended, in one resource space. */
export function Overview({ spaceId, initial, mayCreate }: Props) {
  const { data, error } = useQuery({ ...overviewQuery(spaceId), initialData: initial });
  const failure = failureOf(error);
  return (
    <>
      {/* That our own server is silent stands above every page already. */}
      {failure !== null && failure.kind !== "unreachable" && <FailureNotice failure={failure} />}
      <OverviewHeader view={data} />
      <div className="cols">
        <div className="stack">
          {data.counts.all === 0 && data.drafts.length === 0 ? (
            <FirstUse mayCreate={mayCreate} />
          ) : (
            <Lists view={data} mayCreate={mayCreate} />
          )}
        </div>
        <div className="stack">
          <StartingPanel rows={data.starting} count={data.counts.scheduled} />
          <PlacesPanel running={data.running} link={data.link} />
          <LinkPanel link={data.link} />
        </div>
      </div>
    </>
  );
}

function Lists({ view, mayCreate }: { view: OverviewView; mayCreate: boolean }) {
  const old = view.link.failure !== null;
  return (
    <>
      {view.attention.length > 0 && <AttentionPanel rows={view.attention} count={view.counts.attention} />}
      <RunningPanel rows={view.running} count={view.counts.running} old={old} />
      {mayCreate && view.drafts.length > 0 && <DraftsPanel rows={view.drafts} />}
      <FinishedPanel rows={view.finished} />
    </>
  );
}

function FirstUse({ mayCreate }: { mayCreate: boolean }) {
  const words = useTranslations("overview.first");
  return (
    <section className="panel">
      <EmptyState
        title={words("title")}
        actions={
          mayCreate && (
            <ButtonLink variant="primary" href={routes.newTask()}>
              {words("action")}
            </ButtonLink>
          )
        }
      >
        {words("body")}
      </EmptyState>
    </section>
  );
}
