import type { Step, SubTaskFailure } from "./step";
import { targetsOf } from "./targets";
import { addSubTask, FINAL, type SubTask, setStatus, type Task, UPGRADES } from "./task";
import type { Timeline } from "./timeline";
import type { World } from "./world";

/** IoTDA reference: ten batch tasks are processed at once per resource space. */
const TASKS_AT_ONCE = 10;
/** Inferred: how long the platform needs to expand a task, device seconds. */
const EXPANSION_SECONDS = 20;
/** Inferred: how fast the platform starts sub-tasks. */
const STARTS_PER_SECOND = 3;
const DISPATCH_SECONDS = 5;
/** Inferred: how long a sub-task in the middle of its work takes to stop. */
const STOP_SECONDS = 10;

/** The state machine of batch tasks. Everything it does later goes through the timeline. */
export class Engine {
  readonly #world: World;
  readonly #timeline: Timeline;

  constructor(world: World) {
    this.#world = world;
    this.#timeline = world.timeline;
  }

  start(task: Task): void {
    this.#after(EXPANSION_SECONDS, () => this.#expand(task));
  }

  /** Sub-tasks in the middle of their work stop soon; all others at once. */
  stopAll(task: Task): void {
    task.status = "Stopping";
    task.stopRequested = true;
    task.queue = [];
    for (const subTask of task.subTasks) this.#halt(task, subTask);
    this.#after(STOP_SECONDS, () => {
      for (const subTask of task.subTasks) {
        if (subTask.status === "Processing") this.#toStopped(task, subTask);
      }
      this.#settle(task);
    });
  }

  stopOne(task: Task, subTask: SubTask): void {
    if (subTask.status === "Processing") this.#world.release(subTask);
    this.#toStopped(task, subTask);
    this.#settle(task);
  }

  /** Runs failed, waiting-for-retry and stopped sub-tasks again, with fresh retries. */
  retry(task: Task, subTasks: SubTask[]): void {
    for (const subTask of subTasks) {
      subTask.tries = 0;
      subTask.wake = 0;
      subTask.error = undefined;
      subTask.confirmed = true;
      setStatus(task, subTask, "Waitting");
      task.queue.push(subTask);
    }
    if (task.status !== "Processing") task.status = "Waitting";
    this.fillPlaces(task.spaceId);
    this.#dispatchSoon(task);
  }

  confirm(task: Task, subTasks: SubTask[]): void {
    for (const subTask of subTasks) {
      subTask.confirmed = true;
      task.queue.push(subTask);
    }
    this.fillPlaces(task.spaceId);
    this.#dispatchSoon(task);
  }

  /** Starts waiting tasks of a space while there are places, oldest first. */
  fillPlaces(spaceId: string): void {
    const tasks = this.#world.tasks.filter((task) => task.spaceId === spaceId);
    let running = tasks.filter((task) => task.status === "Processing").length;
    for (const task of tasks) {
      if (running >= TASKS_AT_ONCE) return;
      const held = task.needConfirm && task.queue.length === 0;
      if (task.status !== "Waitting" || !task.due || held) continue;
      task.status = "Processing";
      running++;
      this.#dispatchSoon(task);
    }
  }

  #expand(task: Task): void {
    if (FINAL.includes(task.status)) return;
    const found = targetsOf(this.#world, task);
    if ("fault" in found || found.length === 0) {
      task.status = "Fail";
      task.statusText = "fault" in found ? found.fault : "The task has no targets.";
      return;
    }
    for (const target of found) {
      addSubTask(task, target, this.#world.deviceIn(task.spaceId, target.target) !== undefined);
    }
    if (task.stopRequested) {
      for (const subTask of task.subTasks) this.#toStopped(task, subTask);
      this.#settle(task);
      return;
    }
    task.status = "Waitting";
    if (!task.needConfirm || task.confirmAll) this.confirm(task, [...task.subTasks]);
    this.#timeline.plan(task.startsAt ?? this.#timeline.now, () => {
      task.due = true;
      this.fillPlaces(task.spaceId);
    });
  }

  #dispatchSoon(task: Task): void {
    if (task.dispatching || task.status !== "Processing" || task.queue.length === 0) return;
    task.dispatching = true;
    this.#timeline.plan(this.#timeline.now, () => this.#dispatch(task));
  }

  #dispatch(task: Task): void {
    task.dispatching = false;
    if (task.status !== "Processing") return;
    const next = task.queue.splice(0, DISPATCH_SECONDS * STARTS_PER_SECOND);
    for (const subTask of next) if (subTask.status === "Waitting") this.#begin(task, subTask);
    if (task.queue.length === 0) return;
    task.dispatching = true;
    this.#after(DISPATCH_SECONDS, () => this.#dispatch(task));
  }

  #begin(task: Task, subTask: SubTask): void {
    setStatus(task, subTask, "Processing");
    subTask.tries++;
    this.#follow(task, subTask, this.#world.begin(task, subTask));
  }

  #follow(task: Task, subTask: SubTask, step: Step): void {
    subTask.onOnline = undefined;
    if (step.kind === "wait") {
      subTask.wake = this.#after(step.seconds, (order) => {
        if (subTask.wake !== order) return;
        subTask.onOnline = undefined;
        this.#follow(task, subTask, this.#isGone(task, subTask) ? { kind: "removed" } : step.next());
      });
      const { online } = step;
      if (online) subTask.onOnline = () => this.#follow(task, subTask, online());
      return;
    }
    subTask.wake = 0;
    this.#world.release(subTask);
    if (step.kind === "failure") {
      this.#fail(task, subTask, step.failure);
      return;
    }
    subTask.error = undefined;
    subTask.output = step.kind === "success" ? step.output : undefined;
    setStatus(task, subTask, step.kind === "success" ? "Success" : "Removed");
    this.#settle(task);
  }

  /** Inferred: a device that was deleted while its sub-task was under way is Removed as well. */
  #isGone(task: Task, { known, target }: SubTask): boolean {
    return known && task.type !== "createDevices" && !this.#world.deviceIn(task.spaceId, target);
  }

  #fail(task: Task, subTask: SubTask, { code, message, stubborn }: SubTaskFailure): void {
    subTask.error = { code, message };
    subTask.stubborn = stubborn === true;
    if (subTask.tries > task.retries || task.status === "Stopping") {
      setStatus(task, subTask, "Fail");
      this.#settle(task);
      return;
    }
    setStatus(task, subTask, "FailWaitRetry");
    subTask.wake = this.#after(task.retryAfter, (order) => {
      if (subTask.wake === order) this.#begin(task, subTask);
    });
  }

  #halt(task: Task, subTask: SubTask): void {
    if (subTask.status === "Waitting" || subTask.status === "FailWaitRetry") this.#toStopped(task, subTask);
  }

  #toStopped(task: Task, subTask: SubTask): void {
    subTask.wake = 0;
    subTask.onOnline = undefined;
    subTask.error = undefined;
    this.#world.release(subTask);
    setStatus(task, subTask, "Stopped");
  }

  /** Ends the task when nothing is left to do. */
  #settle(task: Task): void {
    const { Waitting, Processing, FailWaitRetry, Success, Removed } = task.counts;
    if (Waitting + Processing + FailWaitRetry > 0 || FINAL.includes(task.status)) return;
    const total = task.subTasks.length;
    if (task.status === "Stopping") task.status = "Stopped";
    else if (Success + Removed === total && Success > 0) task.status = "Success";
    else task.status = Success > 0 ? "PartialSuccess" : "Fail";
    this.fillPlaces(task.spaceId);
  }

  #after(seconds: number, run: (order: number) => void): number {
    const at = this.#timeline.now + (seconds * 1000) / this.#world.settings.speed;
    const order: number = this.#timeline.plan(at, () => run(order));
    return order;
  }
}

/** Upgrades to software and firmware can be stopped and retried; nothing else. IoTDA reference: StopBatchTask. */
export function isStoppable(task: Task): boolean {
  return UPGRADES.includes(task.type) && task.type !== "moduleUpgrade";
}
