import type { Failure } from "@/lib/failure";
import type { RowSetView, TargetSetView } from "./draft";

/** What can be found out about devices, or rows, before a task is sent to them. */
export const FINDINGS = [
  "unknown",
  "otherProduct",
  "protocol",
  "frozen",
  "notFrozen",
  "child",
  "direct",
  "gatewayWithChildren",
  "atVersion",
  "sourceVersion",
  "busy",
  "offline",
  "exists",
  "noProduct",
  "noGateway",
] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** What a finding means for a task of one type: a sentence of the `preflight` messages each. */
export const MEANINGS = [
  "fails",
  "rowFails",
  "packageMisfit",
  "commandMisfit",
  "shadowMisfit",
  "onlyMqtt",
  "neverMqtt",
  "cannotConnect",
  "shadowKept",
  "nothingChanges",
  "onlyDirect",
  "onlyChildren",
  "childrenFirst",
  "counted",
  "notOver",
  "conflicts",
  "alsoReached",
  "waits25Hours",
  "failsAtOnce",
  "keptOrFails",
  "keptForItsTime",
  "deliveredLater",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** One thing that is looked for, and what it means where it is found. */
export type Check = { finds: FindingKind; means: Meaning };

/** `checked` devices are known to be found or not; of the others nothing is known, which is not the same as none. */
export type Finding = Check & { count: number; checked: number };

/** A call of the platform's that failed: what hangs on it stays unknown. */
export type Trouble = { operation: string; failure: Failure };

/** Why found devices can not be left out by a press; the reason is told beside the finding. */
type NotRemovable = "running" | "members";

/**
 * How far the look at a draft's devices has come. `nothing` is asked yet while no devices are chosen. `key` names what
 * was looked at: another choice has another. `progress` from 0 to 1. `total` null while unknown.
 */
export type PreflightView = {
  key: string;
  state: "nothing" | "running" | "done" | "skipped";
  progress: number;
  by: "groups" | "devices" | "rows";
  total: number | null;
  productName: string | null;
  findings: readonly Finding[];
  troubles: readonly Trouble[];
  notRemovable: NotRemovable | null;
};

/** One device, or row, behind a finding, with what the platform says of it; `says` empty where it says nothing. */
export type Found = { id: string; says: string };

/** The list behind a finding; `more` are those past its end. */
export type FoundList = { items: readonly Found[]; more: number };

/** What was stored without the devices behind a finding. */
export type LeftOut = { by: "devices"; set: TargetSetView } | { by: "rows"; set: RowSetView };
