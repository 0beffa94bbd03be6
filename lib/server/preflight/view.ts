import { checksOf } from "@/lib/task-types/checks";
import type { Check, FindingKind, FoundList, PreflightView } from "@/lib/tasks/preflight";
import type { Job } from "./jobs";
import { findingOf, foundBy } from "./judge";
import type { Slate } from "./ports";
import type { Subject } from "./subject";

/** A look that is under way never says that it is nearly over. */
const NEARLY = 0.99;
/** As many as are sent to the browser; a person who reads further has a filter in mind. */
const MAX_SHOWN = 5_000;

/** Checks that make sense with what was chosen: without a product nothing is of another one. */
export function checksFor({ type, packageId, productId }: Subject, { known, targets }: Slate): readonly Check[] {
  const applies: { readonly [K in FindingKind]?: boolean } = {
    otherProduct: packageId !== null || productId !== null,
    atVersion: packageId !== null,
    sourceVersion: packageId !== null && known.upgrade?.over.length !== 0,
    noGateway: targets.some(({ row }) => row !== null && row.gatewayId !== ""),
  };
  return checksOf[type].filter(({ finds }) => applies[finds] ?? true);
}

export function viewOf({ key, subject, slate, caller, state }: Job): PreflightView {
  const { targets } = subject;
  return {
    key,
    state,
    progress: state === "running" ? Math.min(NEARLY, caller.made() / slate.expected) : 1,
    by: targets?.by ?? "devices",
    total: slate.complete ? slate.targets.length : null,
    productName: slate.known.wanted?.productName ?? null,
    findings: checksFor(subject, slate).map((check) => findingOf(slate, check)),
    troubles: [...caller.troubles],
    notRemovable: state === "running" ? "running" : slate.complete ? null : "members",
  };
}

/** What is asked while there is nothing to look at. */
export const nothing = (key: string): PreflightView => ({
  key,
  state: "nothing",
  progress: 1,
  by: "devices",
  total: null,
  productName: null,
  findings: [],
  troubles: [],
  notRemovable: null,
});

export function listOf({ subject, slate }: Job, finds: FindingKind): FoundList {
  const check = checksFor(subject, slate).find((one) => one.finds === finds);
  const all = check === undefined ? [] : foundBy(slate, check);
  return { items: all.slice(0, MAX_SHOWN), more: Math.max(0, all.length - MAX_SHOWN) };
}

/** Who is behind a finding. */
export function idsFound({ subject, slate }: Job, finds: FindingKind): ReadonlySet<string> {
  const check = checksFor(subject, slate).find((one) => one.finds === finds);
  return new Set(check === undefined ? [] : foundBy(slate, check).map(({ id }) => id));
}
