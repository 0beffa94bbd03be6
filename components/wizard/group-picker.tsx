"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PickList } from "@/components/ui/pick-list";
import { Skeleton } from "@/components/ui/skeleton";
import { failureOf } from "@/lib/queries/get-json";
import { groupsQuery } from "@/lib/queries/groups";
import type { GroupView } from "@/lib/tasks/draft";
import { GroupRow } from "./group-row";
import { groupLines } from "./group-tree";
import { RetryNotice } from "./retry-notice";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

/** The device groups of the resource space as a tree; any number of them is chosen. */
export function GroupPicker({ onPasteInstead }: { onPasteInstead: () => void }) {
  const t = useTranslations("wizard.who");
  const list = useQuery(groupsQuery());
  const failure = failureOf(list.error);
  if (list.data === undefined)
    return failure !== null ? (
      <RetryNotice failure={failure} onRetry={() => void list.refetch()} />
    ) : (
      <section className="panel">
        <Skeleton rows={5} label={t("loading")} />
      </section>
    );
  if (list.data.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t("empty")} actions={<Button onClick={onPasteInstead}>{t("usePaste")}</Button>}>
          {t("emptyBody")}
        </EmptyState>
      </section>
    );
  return <GroupList groups={list.data} />;
}

function GroupList({ groups }: { groups: readonly GroupView[] }) {
  const t = useTranslations("wizard.who");
  const { form } = useWizard();
  const { field } = useController({ control: form.control, name: "targets.groupIds" });
  const issue = useIssue("targets.groupIds");
  const [search, setSearch] = useState("");
  const lines = groupLines(groups, search);
  const toggle = (id: string, on: boolean) =>
    form.setValue("targets.groupIds", on ? [...field.value, id] : field.value.filter((other) => other !== id), {
      shouldDirty: true,
      shouldValidate: issue !== undefined,
    });
  return (
    <PickList
      search={search}
      onSearch={setSearch}
      searchRef={field.ref}
      words={{ search: t("search"), legend: t("legend"), noMatch: t("noMatch", { search }), clear: t("clear") }}
      status={t("chosen", { count: field.value.length })}
      issue={issue}
      foot={
        <div className="foot">
          {t("direct")} {t("later")}
          {field.value.length > 1 && ` ${t("shared")}`}
        </div>
      }
    >
      {lines.map(({ group, depth }) => (
        <GroupRow
          key={group.id}
          group={group}
          depth={depth}
          checked={field.value.includes(group.id)}
          onToggle={(on) => toggle(group.id, on)}
        />
      ))}
    </PickList>
  );
}
