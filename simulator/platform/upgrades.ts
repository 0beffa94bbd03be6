import { draw } from "../fleet/random";
import type { Package } from "./catalogue";
import { type Device, takeForced } from "./devices";
import { packageIds } from "./documents";
import { failure, gone, type Runner, type Step, success, wait } from "./step";
import type { SubTask, Task } from "./task";
import { failureAt, UPGRADE_FAILED, type UpgradeFailure } from "./upgrade-failures";
import type { World } from "./world";

/** IoTDA reference: OTA upgrade, time limits, in seconds. */
const WAIT_ONLINE = 25 * 3600;
const VERSION_REPORT = 180;

/** Packages that a task's document names; unknown ids are left out. */
export function packagesOf(world: World, task: Pick<Task, "document" | "spaceId">): Package[] {
  const ids = packageIds(task.document);
  return world.packages.filter((item) => ids.includes(item.id) && item.spaceId === task.spaceId);
}

/** One upgrade as the platform runs it: wait for the device, ask its version, download, report. */
export function upgradeRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const [chosen, ...more] = packagesOf(world, task).filter((item) => item.productId === device.productId);
    if (!chosen) {
      return failure(UPGRADE_FAILED, "The device does not belong to the product of the package.", true);
    }
    if (device.status === "FROZEN" || device.status === "ABNORMAL") {
      return failure("IOTDA.014016", "Device Abnormal is not online");
    }
    if (!world.claim(device.id, subTask)) return failure("IOTDA.014231", "Task Conflict");
    const ask = () => upgradeAll(world, subTask, device, chosen, more);
    if (device.status === "ONLINE") return ask();
    if (device.returnsAfter > WAIT_ONLINE) {
      const late = () => failure(UPGRADE_FAILED, "Waiting for the device online timeout");
      return { kind: "wait", seconds: WAIT_ONLINE, next: late, online: ask };
    }
    const back = () => {
      world.setStatus(device, "ONLINE");
      return ask();
    };
    return { kind: "wait", seconds: device.returnsAfter, next: back, online: ask };
  };
}

/** Inferred: several packages for one device, such as those of its modules, are installed one after the other. */
function upgradeAll(world: World, subTask: SubTask, device: Device, chosen: Package, [next, ...more]: Package[]): Step {
  const first = queryVersion(world, subTask, device, chosen);
  return next ? whenDone(first, () => upgradeAll(world, subTask, device, next, more)) : first;
}

function whenDone(step: Step, next: () => Step): Step {
  if (step.kind === "success") return next();
  return step.kind === "wait" ? { ...step, next: () => whenDone(step.next(), next) } : step;
}

function queryVersion(world: World, subTask: SubTask, device: Device, chosen: Package): Step {
  device.attempts++;
  const luck = (what: string) => draw(world.settings.seed, device.id, device.attempts, what);
  const trouble = failureOf(world, device, subTask, luck);
  if (trouble?.phase === "query") return wait(VERSION_REPORT, () => failing(trouble));
  return wait(2 + 13 * luck("query"), () => {
    const current = versionOf(device, chosen);
    if (current === chosen.version) {
      return success("current version is the same as the target version");
    }
    if (chosen.sourceVersions && !chosen.sourceVersions.includes(current)) {
      const text = `The source version ${current} is not supported by the package.`;
      return failure(UPGRADE_FAILED, text, true);
    }
    return download(device, chosen, trouble, luck);
  });
}

function download(
  device: Device,
  chosen: Package,
  trouble: UpgradeFailure | undefined,
  luck: (what: string) => number,
): Step {
  const seconds = 60 + 540 * luck("download");
  if (trouble?.phase === "download") return wait(seconds * 1.5, () => failing(trouble));
  return wait(seconds, () =>
    wait(30 + 150 * luck("install"), () => {
      if (device.status !== "ONLINE") return failure(UPGRADE_FAILED, "Connection lost during downloading process");
      if (trouble) return failing(trouble);
      installed(device, chosen);
      return success(`upgraded to ${chosen.version}`);
    }),
  );
}

function installed(device: Device, chosen: Package): void {
  if (chosen.kind === "firmwarePackage") device.firmware = chosen.version;
  else if (chosen.kind === "softwarePackage") device.software = chosen.version;
  else {
    const name = chosen.moduleName ?? "";
    const others = device.modules.filter((module) => module.name !== name);
    device.modules = [...others, { name, version: chosen.version }];
  }
}

function versionOf(device: Device, chosen: Package): string {
  if (chosen.kind === "firmwarePackage") return device.firmware;
  if (chosen.kind === "softwarePackage") return device.software;
  return device.modules.find((module) => module.name === chosen.moduleName)?.version ?? "";
}

/** A few first tries fail; most of those that can be cured succeed when tried again. */
function failureOf(
  world: World,
  device: Device,
  subTask: SubTask,
  luck: (what: string) => number,
): UpgradeFailure | undefined {
  const forced = takeForced(device);
  if (forced) return { phase: "report", code: forced.code, message: forced.message, stubborn: false };
  const again = subTask.error !== undefined || subTask.tries > 1;
  const first = world.settings.failures;
  const chance = subTask.stubborn ? 0.95 : again ? Math.min(first, 0.12) : first;
  return luck("fails") < chance ? failureAt(luck("why"), subTask.stubborn) : undefined;
}

function failing({ code, message, stubborn }: UpgradeFailure): Step {
  return failure(code, message, stubborn);
}
