import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/lib/db/open";
import { unwrap } from "@/lib/failure";
import { createIotda } from "@/lib/iotda/client";
import type { Iotda } from "@/lib/iotda/iotda";
import { Secret } from "@/lib/secret";
import { intakeInBrowser } from "./intake-in-browser";
import { lists } from "./lists";
import { reads } from "./reads";
import { scriptSizes } from "./script-sizes";
import { someTask } from "./some-task";
import { submissions } from "./submissions";
import { signIn, visitor, type World } from "./world";

/** Measures everything and prints it. False when a page loads more JavaScript than it may. */
export async function report(world: World): Promise<boolean> {
  const load = loadavg()[0]?.toFixed(1);
  console.log(`\nNode ${process.versions.node}, ${availableParallelism()} processors, load ${load}.`);
  console.log("Times are of this machine as busy as it is now; only the ratios say something elsewhere.");
  console.log("A ratio is of medians of rounds that take turns; its min..max is over five parts of the run.");

  const browser = await signIn(world);
  const task = await someTask(browser);
  const withinLimits = await scriptSizes(visitor(world), browser, task.id);

  const iotda = doorTo(world);
  const spaces = unwrap(await iotda.listResourceSpaces());
  const spaceId = (spaces.find(({ isDefault }) => isDefault) ?? spaces[0])?.id ?? "";
  await reads(browser, iotda, spaceId, task);

  const { items: packages } = unwrap(await iotda.listPackages({ spaceId, type: "firmwarePackage" }));
  const { items: groups } = unwrap(await iotda.listGroups({ spaceId }));
  const [packageId, groupId] = [packages[0]?.id, groups[0]?.id];
  if (packageId === undefined || groupId === undefined) throw new Error("The simulator has no package or no group");
  const { database, close } = await openDatabase({ directory: join(world.directory, "database") });
  try {
    await submissions({ database, iotda, spaceId, packageId, groupId });
  } finally {
    await close();
  }
  await lists();
  await intakeInBrowser(world);
  console.log(withinLimits ? "\nEvery page is within its limit." : "\nAt least one page is OVER its limit.");
  return withinLimits;
}

function doorTo({ simulator }: World): Iotda {
  const { endpoint, region, instance, project, ak, sk } = simulator;
  return createIotda({
    platform: {
      endpoint,
      region,
      instanceId: instance,
      signing: "auto",
      projectId: project,
      credentials: { kind: "keys", ak: new Secret(ak), sk: new Secret(sk), securityToken: null },
      name: null,
      isSimulator: true,
    },
    fetch,
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  });
}
