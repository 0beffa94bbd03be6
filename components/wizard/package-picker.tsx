"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { PickList } from "@/components/ui/pick-list";
import { Skeleton } from "@/components/ui/skeleton";
import type { Package, PackageType } from "@/lib/fleet/fleet";
import { failureOf } from "@/lib/queries/get-json";
import { packagesQuery } from "@/lib/queries/packages";
import { matchingPackages } from "./matching-packages";
import { RetryNotice } from "./retry-notice";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

type Props = { packageType: PackageType; onChoose: (chosen: Package, before: Package | null) => void };

/** The packages of a type, newest first; one of them is chosen. */
export function PackagePicker({ packageType, onChoose }: Props) {
  const t = useTranslations("wizard.what");
  const list = useQuery(packagesQuery(packageType));
  const failure = failureOf(list.error);
  if (list.data === undefined)
    return failure !== null ? (
      <RetryNotice failure={failure} onRetry={() => void list.refetch()} />
    ) : (
      <section className="panel">
        <Skeleton rows={4} label={t("loading")} />
      </section>
    );
  if (list.data.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t("empty")} actions={<Button onClick={() => void list.refetch()}>{t("again")}</Button>}>
          {t("emptyBody")}
        </EmptyState>
      </section>
    );
  return <PackageList packages={list.data} onChoose={onChoose} />;
}

function PackageList({ packages, onChoose }: { packages: readonly Package[]; onChoose: Props["onChoose"] }) {
  const t = useTranslations("wizard.what");
  const { form, chosen, values } = useWizard();
  const { field } = useController({ control: form.control, name: "packageId" });
  const issue = useIssue("packageId");
  const [search, setSearch] = useState("");
  const shown = matchingPackages(packages, search);
  const gone = values.packageId !== "" && chosen === null;
  const choose = (item: Package) => {
    form.setValue("packageId", item.id, { shouldDirty: true, shouldValidate: issue !== undefined });
    onChoose(item, chosen);
  };
  return (
    <PickList
      search={search}
      onSearch={setSearch}
      searchRef={field.ref}
      words={{ search: t("search"), legend: t("legend"), noMatch: t("noMatch", { search }), clear: t("clear") }}
      status={t("count", { count: shown.length })}
      issue={gone ? t("gone") : issue}
    >
      {shown.map((item) => (
        <PackageRow key={item.id} item={item} checked={item.id === field.value} onChoose={() => choose(item)} />
      ))}
    </PickList>
  );
}

function PackageRow({ item, checked, onChoose }: { item: Package; checked: boolean; onChoose: () => void }) {
  const t = useTranslations("wizard.what");
  const over = item.sourceVersions.length === 0 ? t("anyVersion") : item.sourceVersions.join(", ");
  return (
    <label className={checked ? "choose-r on" : "choose-r"}>
      <input type="radio" className="rd" name="package" value={item.id} checked={checked} onChange={onChoose} />
      <span className="choose-v">{item.version}</span>
      <span className="choose-t">
        <b>{item.productName}</b>
        <span>{item.description === "" ? t("noDescription") : item.description}</span>
      </span>
      <span className="choose-o">
        <span className="mut xs">{t("columns.from")}</span>
        <span title={over}>{over}</span>
      </span>
      <span className="choose-d">
        <span className="mut xs">{t("columns.added")}</span>
        {item.createdAt === null ? <span>-</span> : <LocalTime at={item.createdAt} as="day" />}
      </span>
    </label>
  );
}
