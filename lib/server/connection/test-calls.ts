import { ok, type Result } from "@/lib/failure";
import {
  type CallOutcome,
  type ConnectionTest,
  READ_CALLS,
  type ReadCall,
  type WhySkipped,
} from "@/lib/fleet/connection";
import type { Iotda } from "@/lib/iotda/iotda";
import { isWithoutSearch } from "../search";

/** No call is begun later than this after the first, in milliseconds: somebody waits for the page. */
export const MAX_TEST_MS = 60_000;

export type TestPorts = Pick<
  Iotda,
  | "ping"
  | "listProducts"
  | "showProduct"
  | "listDevices"
  | "showDevice"
  | "showShadow"
  | "countDevices"
  | "listGroups"
  | "listGroupMembers"
  | "listPackages"
  | "showPackage"
  | "listTasks"
  | "showTask"
  | "listTaskFiles"
>;

type Deps = {
  iotda: TestPorts;
  /** Epoch milliseconds. */
  now: () => number;
  /** The platform's clock (ISO) from an answer that needs no signature; null when it is not told. */
  platformClock: () => Promise<string | null>;
};

/** Ids that lists gave, for the calls that show one thing. */
type Found = { product?: string; device?: string; group?: string; package?: string; task?: string };
type Ask = { spaceId: string; found: Found };
/** Answers the failure, or what was found; `skip` when there is nothing to ask for. */
type Try = (iotda: TestPorts, ask: Ask) => Promise<Result<Found>> | "nothing-there";

const ONE = { limit: 1 } as const;

async function found<T>(asked: Promise<Result<T>>, of: (value: T) => Found = () => ({})): Promise<Result<Found>> {
  const result = await asked;
  return result.ok ? ok(of(result.value)) : result;
}

/** Sets a key only where there is a first item. */
const first = (key: keyof Found, items: readonly { id: string }[]): Found =>
  items[0] === undefined ? {} : { [key]: items[0].id };

const shown = (id: string | undefined, show: (id: string) => Promise<Result<unknown>>) =>
  id === undefined ? ("nothing-there" as const) : found(show(id));

const TRIES: { readonly [C in Exclude<ReadCall, "ShowApplications">]: Try } = {
  ListProducts: (iotda, { spaceId }) =>
    found(iotda.listProducts({ spaceId, ...ONE }), ({ items }) => first("product", items)),
  ShowProduct: (iotda, { spaceId, found: { product } }) =>
    shown(product, (productId) => iotda.showProduct({ spaceId, productId })),
  ListDevices: (iotda, { spaceId }) =>
    found(iotda.listDevices({ spaceId, ...ONE }), ({ items }) => first("device", items)),
  ShowDevice: (iotda, { found: { device } }) => shown(device, iotda.showDevice),
  ShowDeviceShadow: (iotda, { found: { device } }) => shown(device, iotda.showShadow),
  SearchDevices: (iotda) => found(iotda.countDevices("")),
  ListDeviceGroups: (iotda, { spaceId }) =>
    found(iotda.listGroups({ spaceId, ...ONE }), ({ items }) => first("group", items)),
  ShowDevicesInGroup: (iotda, { found: { group } }) =>
    shown(group, (groupId) => iotda.listGroupMembers({ groupId, ...ONE })),
  ListOtaPackageInfo: (iotda, { spaceId }) =>
    found(iotda.listPackages({ spaceId, type: "firmwarePackage", ...ONE }), ({ items }) => first("package", items)),
  ShowOtaPackage: (iotda, { found: { package: id } }) => shown(id, iotda.showPackage),
  ListBatchTasks: (iotda, { spaceId }) =>
    found(iotda.listTasks({ spaceId, type: "firmwareUpgrade", ...ONE }), ({ items }) => first("task", items)),
  ShowBatchTask: (iotda, { found: { task } }) => shown(task, (taskId) => iotda.showTask({ taskId, ...ONE })),
  ListBatchTaskFiles: (iotda) => found(iotda.listTaskFiles()),
};

/** Makes every reading call once, one after the other, so that what each took means something. Changes nothing. */
export async function testCalls(
  deps: Deps,
  space: { id: string; name: string } | null,
  by: string,
): Promise<ConnectionTest> {
  const from = deps.now();
  const ping = await deps.iotda.ping();
  const took = deps.now() - from;
  const calls: { call: ReadCall; outcome: CallOutcome }[] = [
    {
      call: "ShowApplications",
      outcome: ping.ok
        ? { of: "answered", tookMs: ping.value.tookMs }
        : { of: "failed", tookMs: took, failure: ping.failure },
    },
  ];
  const nobody = !ping.ok && ping.failure.kind === "unreachable";
  const known: Found = {};
  for (const call of READ_CALLS) {
    if (call === "ShowApplications") continue;
    const why = nobody ? "no-answer" : space === null ? "no-space" : deps.now() - from > MAX_TEST_MS ? "no-time" : null;
    const outcome =
      why === null && space !== null
        ? await one(deps, TRIES[call], { spaceId: space.id, found: known })
        : skipped(why ?? "no-space");
    calls.push({ call, outcome });
  }
  return {
    testedAt: new Date(from).toISOString(),
    by,
    space: space?.name ?? null,
    calls,
    clockAheadMs: nobody ? null : await clockAhead(deps),
    searches: searchesIn(calls),
  };
}

const skipped = (why: WhySkipped): CallOutcome => ({ of: "skipped", why });

async function one({ iotda, now }: Deps, attempt: Try, ask: Ask): Promise<CallOutcome> {
  const from = now();
  const running = attempt(iotda, ask);
  if (running === "nothing-there") return skipped(running);
  const result = await running;
  const tookMs = now() - from;
  if (!result.ok) return { of: "failed", tookMs, failure: result.failure };
  Object.assign(ask.found, result.value);
  return { of: "answered", tookMs };
}

/** Held against the middle of the call, because the platform wrote its clock down somewhere in between. */
async function clockAhead({ now, platformClock }: Deps): Promise<number | null> {
  const from = now();
  const told = await platformClock();
  return told === null ? null : Math.round((from + now()) / 2 - Date.parse(told));
}

function searchesIn(calls: ConnectionTest["calls"]): boolean | null {
  const outcome = calls.find(({ call }) => call === "SearchDevices")?.outcome;
  if (outcome?.of === "answered") return true;
  return outcome?.of === "failed" && isWithoutSearch(outcome.failure) ? false : null;
}
