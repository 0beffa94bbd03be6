import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { tasksInstalling } from "@/lib/db/package-uses";
import { unwrap } from "@/lib/failure";
import { type PackageForm, readPackageForm } from "@/lib/fleet/new-package";
import type { PackageView } from "@/lib/fleet/package-view";
import { forgetPackages } from "./fleet";
import * as keeping from "./keep-packages";
import { runtime } from "./runtime";
import { currentSpace } from "./spaces";

/** One package, read now, with what would miss it. */
export async function getPackage(packageId: string): Promise<PackageView> {
  const { iotda, database } = await runtime();
  const shown = unwrap(await iotda.showPackage(packageId));
  return { package: shown, uses: await tasksInstalling(database, shown.id) };
}

/** Adds a package to the current space. */
export async function addPackage(form: PackageForm, by: Operator): Promise<{ id: string }> {
  const filled = unwrap(readPackageForm(form));
  const { id: spaceId } = await currentSpace();
  const { id } = await keeping.addPackage(await runtime(), { ...filled, spaceId }, by);
  forgetPackages(spaceId, filled.type);
  return { id };
}

/** Removes a package whose version was typed to be sure. */
export async function removePackage(of: { id: string; typed: string }, by: Operator): Promise<null> {
  const { id: spaceId } = await currentSpace();
  const { type } = await keeping.removePackage(await runtime(), of, by);
  forgetPackages(spaceId, type);
  return null;
}

/** The region that an object's bucket is most likely in. */
export const ownRegion = async (): Promise<string> => (await runtime()).env.platform.region;
