import { randomUUID } from "node:crypto";
import type { Operator } from "@/lib/access/permissions";
import { createBell } from "@/lib/bell";
import type { Database } from "@/lib/db/database";
import { unwrap } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { createDraft, saveDraft } from "@/lib/server/intake/drafting";
import { type Labels, submitDraft } from "@/lib/server/intake/submit";
import { putTargets } from "@/lib/server/intake/targets";
import { testDeps } from "@/lib/server/intake/testing";
import { firmwareUpgrade } from "@/lib/task-types/firmware-upgrade/definition";
import { isNonEmpty, MAX_TARGETS, type NonEmpty, type Targets } from "@/lib/tasks/targets";
import { toWall } from "@/lib/tasks/zoned-time";
import { sendJob } from "@/lib/worker/jobs/send";
import { deviceIds } from "./device-ids";
import { type Case, interleaved, timed } from "./measure";
import { printComparison } from "./print";

type Scene = { database: Database; iotda: Iotda; spaceId: string; packageId: string; groupId: string };
/** What a draft names: a group, or a list that is frozen before or within what is measured. */
type Wanted = { by: "groups" } | { by: "devices"; ids: NonEmpty<string>; freezing: "before" | "within" };

const DAY_MS = 24 * 3_600_000;
const { type: TYPE, blank } = firmwareUpgrade;
const BY: Operator = { id: "bench", email: "bench@example.com", name: "Bench", role: "operator" };
/** They are read beside the submission and nothing waits for them. */
const labels: Labels = {
  package: async () => "Bench 1.0",
  groups: async () => ({ by: "groups", names: ["Bench"], count: null }),
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** From the content of a draft to the platform's answer in the database: the server's verbs and one turn of the sender. */
function ourWay({ database, iotda, spaceId, packageId, groupId }: Scene, wanted: Wanted): Case {
  const bell = createBell();
  const deps = { ...testDeps(database, Date.now), bell };
  const send = sendJob({ ...deps, iotda, logger: quiet, random: Math.random, holder: "bench" });
  let sent = 0;
  // The sender rings for the monitor when the answer is written.
  bell.onRing((job) => {
    if (job === "monitor") sent = performance.now();
  });
  return async () => {
    const { id } = await createDraft(deps, { type: TYPE, spaceId }, BY);
    const freeze = async () => {
      if (wanted.by === "groups") return { by: "groups", groupIds: [groupId] } as const;
      const list = { draftId: id, source: "devices.csv", body: wanted.ids.join("\n") };
      return { by: "devices", targetSetId: (await putTargets(deps, list, BY)).id } as const;
    };
    const save = async (targets: Awaited<ReturnType<typeof freeze>>) => {
      const start = { start: "at", ...toWall(tomorrow(), "UTC") };
      const content = { ...blank, title: "Bench", packageId, targets, schedule: { ...blank.schedule, ...start } };
      return saveDraft(deps, { id, revision: 0, step: "review", content });
    };
    const freezesWithin = wanted.by === "devices" && wanted.freezing === "within";
    const ready = freezesWithin ? null : await save(await freeze());
    sent = 0;
    const from = performance.now();
    const { revision } = ready ?? (await save(await freeze()));
    await submitDraft(deps, labels, { id, revision }, BY);
    await send();
    if (sent === 0) throw new Error("The sender did not create the task");
    return sent - from;
  };
}

/** Nothing that is created here begins while it is measured. */
const tomorrow = () => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS).toISOString();

function directWay({ iotda, spaceId, packageId }: Scene, targets: Targets): Case {
  const { count, everyMinutes } = blank.schedule.retry;
  return () =>
    timed(async () =>
      unwrap(
        await iotda.createTask({
          name: `bench_${randomUUID().slice(0, 8)}`,
          type: TYPE,
          spaceId,
          targets,
          document: { package_id: packageId },
          schedule: { startsAt: tomorrow(), retry: { count, everyMinutes } },
          gatewayMode: false,
          needsConfirm: false,
          extInfo: null,
        }),
      ),
    );
}

/** What it costs that a submission is written down first, over calling the platform at once. */
export async function submissions(scene: Scene): Promise<void> {
  const groups = { by: "groups", groupIds: [scene.groupId] } as const;
  const forGroup = await interleaved([directWay(scene, groups), ourWay(scene, { by: "groups" })], {
    rounds: 40,
    warmUps: 5,
  });
  printComparison({
    title: "Submission for a group: ours over a direct signed call",
    direct: { name: "CreateBatchTask", times: forGroup[0] ?? [] },
    ours: [{ name: "draft submitted, kept on disk, sent, answer kept", times: forGroup[1] ?? [] }],
  });

  const ids = deviceIds(MAX_TARGETS);
  if (!isNonEmpty(ids)) throw new Error("No devices");
  const forList = await interleaved(
    [
      directWay(scene, { by: "devices", deviceIds: ids }),
      ourWay(scene, { by: "devices", ids, freezing: "before" }),
      ourWay(scene, { by: "devices", ids, freezing: "within" }),
    ],
    { rounds: 15, warmUps: 2 },
  );
  printComparison({
    title: `Submission for ${ids.length.toLocaleString("en")} devices: ours over a direct signed call`,
    direct: { name: "CreateBatchTask", times: forList[0] ?? [] },
    ours: [
      { name: "draft submitted, kept on disk, sent, answer kept", times: forList[1] ?? [] },
      { name: "the same, and the list checked and kept", times: forList[2] ?? [] },
    ],
  });
}
