import { asyncCommandRunner, commandRunner, messageRunner, shadowRunner } from "./downlink-runners";
import {
  changeGatewayRunner,
  createRunner,
  deleteRunner,
  freezeRunner,
  unfreezeRunner,
  updateRunner,
} from "./registry";
import type { Runner } from "./step";
import { upgradeRunner } from "./upgrades";
import type { World } from "./world";

const RUNNERS: Record<string, (world: World) => Runner> = {
  softwareUpgrade: upgradeRunner,
  firmwareUpgrade: upgradeRunner,
  moduleUpgrade: upgradeRunner,
  createDevices: createRunner,
  updateDevices: updateRunner,
  deleteDevices: deleteRunner,
  freezeDevices: freezeRunner,
  unfreezeDevices: unfreezeRunner,
  createCommands: commandRunner,
  createAsyncCommands: asyncCommandRunner,
  createMessages: messageRunner,
  updateDeviceShadows: shadowRunner,
  changeGateway: changeGatewayRunner,
};

/** How a task type treats one device. Throws for a type that the contract does not know. */
export function runnerOf(world: World, type: string): Runner {
  const runner = RUNNERS[type];
  if (!runner) throw new Error(`no runner for ${type}`);
  return runner(world);
}
