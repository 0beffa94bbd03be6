import type { Result } from "@/lib/failure";
import type { Package } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import type { Meaning } from "@/lib/tasks/preflight";
import { type Board, type Known, type Looked, NOTHING_KNOWN, type Target } from "./looked";
import type { DevicePorts } from "./read-devices";

/** Another task of ours that is not over: its devices by list, or the groups that they come from. */
export type BusyTask = { title: string; deviceIds: () => Promise<readonly string[]>; groupIds: readonly string[] };

/** What a look reads: the platform, and of ours the lists, the packages and the other tasks. */
export type Ports = {
  iotda: DevicePorts & Pick<Iotda, "listGroupMembers" | "listProducts" | "showPackage">;
  packages: () => Promise<Result<readonly Package[]>>;
  deviceIds: (targetSetId: string) => Promise<readonly string[]>;
  rows: (rowSetId: string) => Promise<readonly Target[]>;
  unfinished: (means: Meaning) => Promise<{ tasks: readonly BusyTask[]; whole: boolean }>;
};

/** What is written while looking, for whoever asks meanwhile. `complete` false where a group was not read to its end. */
export type Slate = Board & { devices: Map<string, Looked>; known: Known; complete: boolean; expected: number };

export const blankSlate = (): Slate => ({
  targets: [],
  devices: new Map(),
  known: NOTHING_KNOWN,
  complete: false,
  expected: 1,
});
