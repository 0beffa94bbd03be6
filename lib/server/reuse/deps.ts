import type { Package, PackageType } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import type { ServerDeps } from "../intake/deps";

/** What preparing drafts from what was done before stands on. */
export type ReuseDeps = ServerDeps & {
  iotda: Pick<Iotda, "showTask">;
  packages: (spaceId: string, type: PackageType) => Promise<readonly Package[]>;
};
