import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import { type Failure, FailureError, type Result, unwrap } from "@/lib/failure";
import type { NewPackage, PackageDetail } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import type { Json } from "@/lib/json";

export type PackageDeps = {
  database: Database;
  iotda: Pick<Iotda, "createPackage" | "deletePackage" | "showPackage" | "listPackages">;
  /** Epoch milliseconds. */
  now: () => number;
};

/**
 * Adds a package, once: the intent is written down first, then how it went. Where nobody saw the answer the package is
 * looked for. Throws the platform's failure.
 */
export async function addPackage(deps: PackageDeps, made: NewPackage, by: Operator): Promise<PackageDetail> {
  const subject = `product:${made.productId}`;
  const { bucket, key } = made.location;
  const detail = { type: made.type, version: made.version, space: made.spaceId, bucket, key };
  await note(deps, by, "package.add-requested", subject, detail);
  const result = await deps.iotda.createPackage(made);
  const added = result.ok ? result.value : await found(deps, made, result.failure);
  if (added === null) return told(deps, by, "package.not-added", subject, result);
  await note(deps, by, "package.added", subject, { ...detail, package: added.id });
  return added;
}

/** Removes the package whose version was typed; its file stays where it is. Throws the platform's failure. */
export async function removePackage(
  deps: PackageDeps,
  { id, typed }: { id: string; typed: string },
  by: Operator,
): Promise<PackageDetail> {
  const shown = unwrap(await deps.iotda.showPackage(id));
  if (typed.trim() !== shown.version)
    throw new FailureError({ kind: "invalid", issues: [{ path: "typed", message: "package-typed" }] });
  const subject = `package:${id}`;
  const detail = { type: shown.type, version: shown.version, product: shown.productId };
  await note(deps, by, "package.remove-requested", subject, detail);
  const result = await deps.iotda.deletePackage(id);
  const isGone = result.ok || (await wentAway(deps, id, result.failure));
  if (!isGone) return told(deps, by, "package.not-removed", subject, result);
  await note(deps, by, "package.removed", subject, detail);
  return shown;
}

/** The package of a lost answer: the one of this product, version and module that is there now. */
async function found({ iotda }: PackageDeps, made: NewPackage, failure: Failure): Promise<PackageDetail | null> {
  if (failure.kind !== "uncertain") return null;
  const listed = await iotda.listPackages({ spaceId: made.spaceId, type: made.type, productId: made.productId });
  if (!listed.ok) return null;
  for (const { id } of listed.value.items.filter(({ version }) => version === made.version)) {
    const shown = await iotda.showPackage(id);
    if (shown.ok && shown.value.moduleName === made.moduleName && isSameObject(shown.value, made)) return shown.value;
  }
  return null;
}

const isSameObject = ({ location }: PackageDetail, made: NewPackage): boolean =>
  location !== null && location.bucket === made.location.bucket && location.key === made.location.key;

async function wentAway({ iotda }: PackageDeps, id: string, failure: Failure): Promise<boolean> {
  if (failure.kind === "missing") return true;
  if (failure.kind !== "uncertain") return false;
  const shown = await iotda.showPackage(id);
  return !shown.ok && shown.failure.kind === "missing";
}

async function told<T>(
  deps: PackageDeps,
  by: Operator,
  event: string,
  subject: string,
  result: Result<T>,
): Promise<never> {
  if (result.ok) throw new TypeError("Only a failure can be told");
  await note(deps, by, event, subject, { failure: result.failure });
  throw new FailureError(result.failure);
}

const note = ({ database, now }: PackageDeps, by: Operator, event: string, subject: string, detail: Json) =>
  database.transaction((tx) =>
    appendAudit(tx, { at: new Date(now()).toISOString(), actor: by.email, event, subject, detail }),
  );
