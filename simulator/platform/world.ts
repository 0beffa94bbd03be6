import { invalid, noSuchDevice, noSuchGroup, noSuchSpace } from "../errors";
import type { Group, OtaModule, Package, Product, Space } from "./catalogue";
import { Deliveries } from "./deliveries";
import { type Device, type DeviceStatus, Devices, takeForced } from "./devices";
import { Engine } from "./engine";
import { BatchFiles } from "./files";
import type { Ids } from "./ids";
import { runnerOf } from "./runners";
import { compileRule } from "./search";
import { failure, type Step, wait } from "./step";
import { FINAL, type SubTask, type Task, UPGRADES } from "./task";
import { Timeline } from "./timeline";

export interface Settings {
  seed: number;
  /** Device and retry durations are divided by this. */
  speed: number;
  /** Share of first upgrade attempts that fail by bad luck, 0 to 1. */
  failures: number;
  /** Inferred, both are possible: what a schedule time in the past does. */
  pastSchedule: "refuse" | "run";
  /** Rows that a batch task file may have. */
  fileRows: number;
}

/** How long a failure takes that the control interface ordered, in device seconds. */
const FORCED_SECONDS = 5;

/** The platform's state, and time as its only way forward. */
export class World {
  readonly timeline: Timeline;
  readonly spaces: Space[] = [];
  readonly products: Product[] = [];
  readonly packages: Package[] = [];
  readonly modules: OtaModule[] = [];
  readonly groups: Group[] = [];
  readonly devices = new Devices();
  readonly files = new BatchFiles();
  readonly deliveries = new Deliveries();
  tasks: Task[] = [];
  readonly engine: Engine;
  /** The sub-task that an upgrade of each device belongs to. */
  readonly #upgrading = new Map<string, SubTask>();

  constructor(
    readonly settings: Settings,
    readonly ids: Ids,
    now: number,
  ) {
    this.timeline = new Timeline(now);
    this.engine = new Engine(this);
  }

  get now(): number {
    return this.timeline.now;
  }

  /** The space of a request: the given one, or the default one. Throws when there is no such space. */
  space(id: string | undefined): Space {
    const found = this.spaces.find((space) => (id === undefined ? space.isDefault : space.id === id));
    if (!found) throw noSuchSpace();
    return found;
  }

  device(id: string): Device {
    const found = this.devices.get(id);
    if (!found) throw noSuchDevice();
    return found;
  }

  group(id: string): Group {
    const found = this.groups.find((group) => group.id === id);
    if (!found) throw noSuchGroup();
    return found;
  }

  product(id: string): Product | undefined {
    return this.products.find((product) => product.id === id);
  }

  /** Devices of a group, sorted by record id. Direct members only (inferred). */
  devicesIn(group: Group): Device[] {
    if (group.rule !== undefined) {
      const matches = compileRule(group.rule, this);
      return this.devices.all().filter((device) => device.appId === group.spaceId && matches(device));
    }
    const found: Device[] = [];
    for (const id of group.members) {
      const device = this.devices.get(id);
      if (device) found.push(device);
    }
    return found.sort((a, b) => (a.record < b.record ? -1 : 1));
  }

  deviceIn(spaceId: string, id: string): Device | undefined {
    const found = this.devices.get(id);
    return found?.appId === spaceId ? found : undefined;
  }

  /** Begins one attempt of a sub-task by its task's type. */
  begin(task: Task, subTask: SubTask): Step {
    const device = this.deviceIn(task.spaceId, subTask.target);
    const forced = device && !UPGRADES.includes(task.type) ? takeForced(device) : undefined;
    if (forced) return wait(FORCED_SECONDS, () => failure(forced.code, forced.message));
    return runnerOf(this, task.type)(task, subTask, device);
  }

  /** Claims a device for an upgrade; false when another one has it. */
  claim(deviceId: string, subTask: SubTask): boolean {
    const holder = this.#upgrading.get(deviceId);
    if (holder && holder !== subTask) return false;
    this.#upgrading.set(deviceId, subTask);
    return true;
  }

  release(subTask: SubTask): void {
    if (this.#upgrading.get(subTask.target) === subTask) this.#upgrading.delete(subTask.target);
  }

  setStatus(device: Device, status: DeviceStatus): void {
    if (device.status === status) return;
    device.status = status;
    device.statusAt = this.now;
    if (status !== "ONLINE") return;
    device.activeAt ??= this.now;
    this.deliveries.flush(device.id, this.now);
    this.#upgrading.get(device.id)?.onOnline?.();
  }

  removeDevice(device: Device): void {
    this.devices.remove(device);
    this.deliveries.forget(device.id);
    for (const group of this.groups) group.members.delete(device.id);
  }

  removeTask(task: Task): void {
    if (!FINAL.includes(task.status)) throw invalid("The task is not final.");
    this.tasks = this.tasks.filter((other) => other !== task);
  }
}
