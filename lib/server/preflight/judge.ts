import type { Check, Finding, FindingKind, Found } from "@/lib/tasks/preflight";
import { type Board, type Known, type Looked, type Target, UNLOOKED } from "./looked";

/** True with what the platform says, false, or null: nobody knows. */
type Verdict = { says: string } | false | null;
type Case = { target: Target; device: Looked; gateway: Looked | null; known: Known; check: Check };

const yes = (says = ""): Verdict => ({ says });
const found = (is: boolean, says = ""): Verdict => (is ? { says } : false);

/** Words for which the platform can not hand a device anything now. Inferred: an abnormal device is not connected. */
const AWAY = ["OFFLINE", "INACTIVE", "ABNORMAL"];
const CONNECTED = ["ONLINE", "FROZEN"];

/** Of a device that does not exist nothing else is found. */
const ofDevice =
  (judge: (facts: NonNullable<Looked["facts"]>, given: Case) => Verdict) =>
  (given: Case): Verdict => {
    if (given.device.exists === false) return false;
    return given.device.facts === null ? null : judge(given.device.facts, given);
  };

function versionOf({ device, known: { upgrade } }: Case): string | null {
  if (upgrade === null || device.facts === null) return null;
  if (upgrade.of !== "module") return device.facts[upgrade.of];
  return device.modules?.find(({ name }) => name === upgrade.module)?.version ?? null;
}

const isForeign = ({ device, known: { wanted } }: Case): boolean =>
  device.foreign || (wanted !== null && device.productId !== null && device.productId !== wanted.productId);

/** A version is compared only where it is reported, and where the package is for the device at all. */
const ofVersion =
  (judge: (version: string, upgrade: NonNullable<Known["upgrade"]>) => Verdict) =>
  (given: Case): Verdict => {
    if (given.device.exists === false || isForeign(given)) return false;
    const version = versionOf(given);
    return version === null || given.known.upgrade === null ? null : judge(version, given.known.upgrade);
  };

function judgeProtocol({ device, known, check }: Case): Verdict {
  if (device.exists === false) return false;
  const protocol = device.productId === null ? undefined : known.protocols?.get(device.productId);
  if (protocol === undefined || protocol === "") return null;
  return found((protocol.toUpperCase() === "MQTT") === (check.means === "neverMqtt"), protocol);
}

const judges: { readonly [K in FindingKind]: (given: Case) => Verdict } = {
  unknown: ({ device }) => (device.exists === null ? null : found(!device.exists)),
  otherProduct(given) {
    const { device, known } = given;
    if (device.exists === false) return false;
    if (isForeign(given)) return yes(device.facts?.productName || (device.productId ?? ""));
    return known.wanted === null || device.productId === null ? null : false;
  },
  protocol: judgeProtocol,
  frozen: ofDevice(({ status }) => (status === "" ? null : found(status === "FROZEN"))),
  notFrozen: ofDevice(({ status }) => (status === "" ? null : found(status !== "FROZEN", status))),
  child: ofDevice(({ isChild }) => found(isChild)),
  direct: ofDevice(({ isChild }) => found(!isChild)),
  gatewayWithChildren: ({ device }) =>
    device.exists === false || device.facts?.isChild === true
      ? false
      : device.hasChildren === null
        ? null
        : found(device.hasChildren),
  atVersion: ofVersion((version, { to }) => found(version === to, version)),
  sourceVersion: ofVersion((version, { to, over }) => found(version !== to && !over.includes(version), version)),
  busy({ target, known: { busy } }) {
    const task = busy?.tasks.get(target.id);
    if (task !== undefined) return yes(task);
    return busy?.whole === true ? false : null;
  },
  offline: ofDevice(({ status }) => (AWAY.includes(status) ? yes(status) : CONNECTED.includes(status) ? false : null)),
  exists: ({ device }) => (device.exists === null ? null : found(device.exists, device.facts?.productName)),
  noProduct({ target: { row }, known: { protocols } }) {
    return row === null || protocols === null ? null : found(!protocols.has(row.productId), row.productId);
  },
  noGateway({ target: { row }, gateway }) {
    if (row === null || row.gatewayId === "") return false;
    return gateway === null || gateway.exists === null ? null : found(!gateway.exists, row.gatewayId);
  },
};

function judge({ targets, devices, known }: Board, check: Check, each: (target: Target, verdict: Verdict) => void) {
  const at = judges[check.finds];
  for (const target of targets) {
    const device = devices.get(target.id) ?? UNLOOKED;
    const gateway = target.row === null ? null : (devices.get(target.row.gatewayId) ?? null);
    each(target, at({ target, device, gateway, known, check }));
  }
}

/** How many are found, of how many that is known. */
export function findingOf(board: Board, check: Check): Finding {
  let count = 0;
  let checked = 0;
  judge(board, check, (_, verdict) => {
    if (verdict !== null) checked += 1;
    if (verdict) count += 1;
  });
  return { ...check, count, checked };
}

/** Those that are found, in the order of the list. */
export function foundBy(board: Board, check: Check): readonly Found[] {
  const items: Found[] = [];
  judge(board, check, ({ id }, verdict) => {
    if (verdict) items.push({ id, says: verdict.says });
  });
  return items;
}
