"use client";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Glyph } from "@/components/ui/glyph";
import { SearchInput } from "@/components/ui/inputs";
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
    <section className="panel choose">
      <div className="choose-h">
        <SearchInput
          ref={field.ref}
          label={t("search")}
          placeholder={t("search")}
          icon={<Search className="ic" size={16} />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-describedby={issue === undefined ? undefined : "groups-issue"}
        />
        <span className="mut sm" role="status">
          {t("chosen", { count: field.value.length })}
        </span>
      </div>
      {issue !== undefined && (
        <p className="fld-e choose-e" id="groups-issue" role="alert">
          <Glyph kind="failed" />
          <span>{issue}</span>
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState
          picture="none"
          title={t("noMatch", { search })}
          actions={<Button onClick={() => setSearch("")}>{t("clear")}</Button>}
        />
      ) : (
        <fieldset className="choose-l">
          <legend className="vh">{t("legend")}</legend>
          {lines.map(({ group, depth }) => (
            <GroupRow
              key={group.id}
              group={group}
              depth={depth}
              checked={field.value.includes(group.id)}
              onToggle={(on) => toggle(group.id, on)}
            />
          ))}
        </fieldset>
      )}
      <div className="foot">
        {t("direct")} {t("later")}
        {field.value.length > 1 && ` ${t("shared")}`}
      </div>
    </section>
  );
}
