"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import { type FieldErrors, type Resolver, useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Package, PackageType } from "@/lib/fleet/fleet";
import { groupCountQuery, groupsQuery } from "@/lib/queries/groups";
import { packagesQuery } from "@/lib/queries/packages";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { DraftView, GroupView } from "@/lib/tasks/draft";
import type { WizardActions } from "./actions";
import { issuesOf } from "./issues";
import { latest } from "./latest";
import { type Reach, reachOf } from "./reach";
import { useDraft } from "./use-draft";
import { useStep } from "./use-step";
import { valuesFrom, type WizardValues } from "./values";

const NO_GROUPS: readonly GroupView[] = [];

export type WizardProps = {
  type: CreatableType;
  draft: DraftView | null;
  spaceName: string;
  /** Whether the platform's task names may hold Chinese. */
  chineseNames: boolean;
  /** Rows that one file for the platform takes. */
  fileRows: number;
  actions: WizardActions;
};

const resolverFor =
  (type: CreatableType): Resolver<WizardValues> =>
  (values, _, options) => {
    const issues = issuesOf(type, values, Date.now());
    if (issues.length === 0) return { values, errors: {} };
    const flat: FieldErrors = {};
    for (const { path, message } of issues) flat[path] ??= { type: "invalid", message };
    return { values: {}, errors: toNestErrors(flat, options) };
  };

/** The package that is chosen, as soon as the list is there. */
function usePackage(type: CreatableType, packageId: string): { chosen: Package | null; packagesPending: boolean } {
  const { packageType } = taskTypes[type];
  const list = useQuery({ ...packagesQuery(packageType ?? "firmwarePackage"), enabled: packageType !== null });
  return { chosen: list.data?.find(({ id }) => id === packageId) ?? null, packagesPending: list.isPending };
}

/** Whom the targets reach, and whether groups are still being counted: until then an unknown number means nothing. */
function useReach(targets: WizardValues["targets"], sets: Pick<DraftView, "targetSet" | "rowSet">) {
  const asked = targets.by === "groups" && targets.groupIds.length > 0;
  const list = useQuery({ ...groupsQuery(), enabled: asked });
  const groups = list.data ?? NO_GROUPS;
  const uncounted = asked ? groups.filter(({ id, count }) => count === null && targets.groupIds.includes(id)) : [];
  const counts = useQueries({ queries: uncounted.map(({ id }) => groupCountQuery(id)) });
  const found = new Map(uncounted.map(({ id }, index) => [id, counts[index]?.data ?? null]));
  const reach: Reach | null = reachOf(targets, groups, sets, ({ id, count }) => count ?? found.get(id) ?? null);
  return { reach, counting: asked && (list.isPending || counts.some(({ isPending }) => isPending)) };
}

/** A title to begin with, where no package will give one. */
const withTitle = (values: WizardValues, packageType: PackageType | null, words: string): WizardValues =>
  values.title === "" && packageType === null ? { ...values, title: words } : values;

/** Everything that the parts of the wizard share; made once, at the top. */
export function useWizardState({ type, draft: given, spaceName, chineseNames, fileRows, actions }: WizardProps) {
  const named = useSearchParams().get("draft");
  const [draft] = useState(() => latest.of(given === null ? null : { ...given, taskId: null }, named));
  const words = useTranslations("words");
  const resolver = useMemo(() => resolverFor(type), [type]);
  const form = useForm<WizardValues>({
    resolver,
    mode: "onTouched",
    defaultValues: withTitle(
      valuesFrom(type, draft?.content ?? {}),
      taskTypes[type].packageType,
      words(`type.${type}`),
    ),
  });
  const { step, open, hrefOf, shown } = useStep(draft?.step ?? "what");
  // How often somebody wanted to go on in vain: what is wrong is then said, touched or not.
  const [refusals, setRefusals] = useState(0);
  const refuse = useCallback(() => setRefusals((before) => before + 1), []);
  const values = useWatch({ control: form.control, compute: (all: WizardValues) => all });
  const saving = useDraft({ type, draft, form, step, actions });
  const { chosen, packagesPending } = usePackage(type, values.packageId);
  const { reach, counting } = useReach(values.targets, saving);
  return {
    type,
    spaceName,
    chineseNames,
    fileRows,
    actions,
    form,
    step,
    open,
    hrefOf,
    shown,
    values,
    draft: saving,
    origin: given?.origin ?? null,
    chosen,
    packagesPending,
    reach,
    counting,
    refusals,
    refuse,
  };
}

export type Wizard = ReturnType<typeof useWizardState>;

export const WizardContext = createContext<Wizard | null>(null);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === null) throw new Error("This part belongs inside the wizard.");
  return wizard;
}
