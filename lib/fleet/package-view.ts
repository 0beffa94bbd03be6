import type { PackageDetail } from "./fleet";

/** One package with the tasks of ours that are not finished and name it, the newest first. */
export type PackageView = { package: PackageDetail; uses: readonly { id: string; title: string }[] };
