import { type Failure, fail, ok, type Result } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import type { SubTaskStatus, TaskStatus } from "@/lib/tasks/status";
import type { Scope } from "@/lib/tasks/targets";
import type { PlatformTask, SubTask, TargetOutcome, TaskRequest } from "@/lib/tasks/task";
import type { WorkerIotda } from "./deps";

/** What happens to the next call of an operation: `dropped` takes effect and nobody hears of it. */
export type Trouble = Failure | "dies-before" | "dies-after" | "dropped";

type Operation = Exclude<keyof WorkerIotda, "listResourceSpaces">;

/** The process that made the call is dead from here on: its promise never settles. */
const never = new Promise<never>(() => undefined);

/** A platform in memory for tests of the worker: it does what it is asked, and remembers every call. */
export function createFakePlatform(now: () => number) {
  const tasks = new Map<string, PlatformTask>();
  const devices = new Map<string, Map<string, SubTaskStatus>>();
  const calls: { operation: Operation; detail: unknown }[] = [];
  const troubles = new Map<Operation, (Trouble | undefined)[]>();
  const files = new Map<string, { name: string; bytes: Uint8Array; uploadedAt: string }>();
  let made = 0;

  async function run<T>(operation: Operation, detail: unknown, effect: () => Result<T>): Promise<Result<T>> {
    calls.push({ operation, detail });
    const trouble = troubles.get(operation)?.shift();
    if (trouble === undefined) return effect();
    if (trouble === "dies-before") return never;
    if (typeof trouble === "object") return fail(trouble);
    effect();
    return trouble === "dies-after" ? never : fail({ kind: "uncertain", operation });
  }

  function create(request: Pick<TaskRequest, "name" | "type"> & Partial<TaskRequest>): PlatformTask {
    made += 1;
    const task: PlatformTask = {
      id: made.toString(16).padStart(24, "0"),
      name: request.name,
      type: request.type,
      status: { known: "Processing" },
      statusText: "",
      progress: { ...NO_PROGRESS, total: 2, waiting: 2 },
      startsAt: request.schedule?.startsAt ?? null,
      retry: null,
      needsConfirm: request.needsConfirm ?? false,
      createdAt: new Date(now()).toISOString(),
      groupIds: [],
      packageIds: [],
    };
    tasks.set(task.id, task);
    return task;
  }

  const act = (operation: Operation, to: SubTaskStatus) => (taskId: string, scope: Scope) =>
    run<readonly TargetOutcome[]>(operation, { taskId, scope }, () => {
      const own = devices.get(taskId) ?? new Map<string, SubTaskStatus>();
      const ids = scope.of === "all" ? [...own.keys()] : scope.deviceIds;
      for (const id of ids) own.set(id, to);
      devices.set(taskId, own);
      return ok(ids.map((deviceId) => ({ deviceId, done: true, code: null, message: null })));
    });

  const missing = (what: string) => fail({ kind: "missing", what });
  const refusal = (code: string): Failure => ({ kind: "refused", status: 400, code, message: "no", requestId: "r" });
  const iotda = {
    createTask: (request: TaskRequest) =>
      run("createTask", request, () => {
        const { targets } = request;
        return targets.by === "file" && !files.has(targets.fileId)
          ? fail(refusal("IOTDA.014600"))
          : ok(create(request));
      }),
    listTasks: ({ type, marker }: Parameters<Iotda["listTasks"]>[0]) =>
      run("listTasks", type, () => {
        const newest = [...tasks.values()].filter((task) => task.type === type).toReversed();
        const from = marker === undefined ? 0 : newest.findIndex(({ id }) => id === marker) + 1;
        const items = newest.slice(from, from + 50);
        return ok({ items, total: newest.length, next: from + 50 < newest.length ? (items.at(-1)?.id ?? null) : null });
      }),
    showTask: ({ taskId, deviceId, subTaskStatus }: Parameters<Iotda["showTask"]>[0]) =>
      run("showTask", { taskId, deviceId }, () => {
        const task = tasks.get(taskId);
        if (task === undefined) return missing("task");
        const items = [...(devices.get(taskId) ?? [])]
          .filter(([target, known]) => (deviceId ?? target) === target && (subTaskStatus ?? known) === known)
          .map(([target, known]): SubTask => ({ target, status: { known }, output: null, code: null, message: null }));
        return ok({ task, subTasks: { items, total: items.length, next: null } });
      }),
    stopTask: act("stopTask", "Stopped"),
    retryTask: act("retryTask", "Processing"),
    confirmTask: act("confirmTask", "Processing"),
    deleteTask: (taskId: string) =>
      run("deleteTask", taskId, () => (tasks.delete(taskId) ? ok(null) : missing("task"))),
    uploadTaskFile: ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
      run("uploadTaskFile", name, () => {
        if (files.size >= 10) return fail(refusal("IOTDA.014601"));
        if ([...files.values()].some((file) => file.name === name)) return fail(refusal("IOTDA.014602"));
        made += 1;
        files.set(`file-${made}`, { name, bytes, uploadedAt: new Date(now()).toISOString() });
        return ok({ id: `file-${made}`, name });
      }),
    listTaskFiles: () =>
      run("listTaskFiles", null, () => ok([...files].map(([id, { name, uploadedAt }]) => ({ id, name, uploadedAt })))),
    deleteTaskFile: (fileId: string) =>
      run("deleteTaskFile", fileId, () => (files.delete(fileId) ? ok(null) : missing("task-file"))),
    listResourceSpaces: () => Promise.resolve(ok([{ id: "space", name: "Space", isDefault: true }])),
  };

  return {
    iotda,
    tasks,
    devices,
    files,
    create,
    callsOf: (operation: Operation) => calls.filter((call) => call.operation === operation),
    /** Troubles for the next calls of an operation, in order; undefined is a call that goes well. */
    trouble: (operation: Operation, ...next: (Trouble | undefined)[]) => troubles.set(operation, next),
    order: () => calls.map(({ operation }) => operation),
    move(id: string, status: TaskStatus, progress: Partial<PlatformTask["progress"]> = {}) {
      const task = tasks.get(id);
      if (task !== undefined)
        tasks.set(id, { ...task, status: { known: status }, progress: { ...task.progress, ...progress } });
    },
  };
}

export type FakePlatform = ReturnType<typeof createFakePlatform>;
