import { invalid, Refusal, throttled } from "../errors";
import { uuidOf } from "../fleet/random";
import { textOf } from "../json";
import { created, type Handler, param, queryText } from "./call";
import type { Group } from "./catalogue";
import { groupFullJson } from "./group-operations";
import { compileRule } from "./search";
import type { World } from "./world";

/** IoTDA reference: device groups, limits. */
const MAX_GROUPS = 1000;
const MAX_LEVELS = 5;
const MAX_MEMBERS = 20_000;
const MAX_GROUPS_OF_DEVICE = 10;
const MAX_DYNAMIC = 10;
const MAX_MATCHES = 100_000;
const DYNAMIC_EVERY_MS = 1000;

/** Inferred: the limits are documented, the codes of their refusals are not. */
const limitReached = (detail: string) => new Refusal(400, "IOTDA.014301", detail);
const notForDynamic = () => new Refusal(400, "IOTDA.014302", "A dynamic group has no members of its own.");

/** IoTDA reference: AddDeviceGroup. Inferred: the two values of group_type, and that a name is required. */
export const addDeviceGroup: Handler = (world, { body }) => {
  const name = textOf(body, "name") ?? "";
  const type = (textOf(body, "group_type") ?? "STATIC").toUpperCase();
  const rule = textOf(body, "dynamic_group_rule");
  const parentId = textOf(body, "super_group_id");
  if (name.trim() === "") throw invalid("name is required.");
  if (type !== "STATIC" && type !== "DYNAMIC") throw invalid("group_type must be STATIC or DYNAMIC.");
  if ((type === "DYNAMIC") !== (rule !== undefined)) throw invalid("dynamic_group_rule belongs to a dynamic group.");
  if (type === "DYNAMIC" && parentId !== undefined) throw invalid("A dynamic group is not nested.");
  const space = world.space(textOf(body, "app_id"));
  if (world.groups.length >= MAX_GROUPS) throw limitReached("There are 1,000 groups.");
  if (parentId !== undefined) checkParent(world, space.id, parentId);
  if (rule !== undefined) checkRule(world, rule);
  const record = world.ids.next(world.now);
  const group: Group = {
    record,
    id: uuidOf(world.settings.seed, "group", record),
    spaceId: space.id,
    name,
    description: textOf(body, "description") ?? "",
    parentId,
    rule,
    members: new Set(),
    modifiedAt: world.now,
  };
  world.groups.push(group);
  return created(groupFullJson(group));
};

function checkParent(world: World, spaceId: string, id: string): void {
  const parent = world.group(id);
  if (parent.spaceId !== spaceId || parent.rule !== undefined) throw invalid("super_group_id.");
  let level = 1;
  for (let at: Group | undefined = parent; at?.parentId !== undefined; level++) at = world.group(at.parentId);
  if (level >= MAX_LEVELS) throw limitReached("Groups are at most 5 levels deep.");
}

function checkRule(world: World, rule: string): void {
  const matches = compileRule(rule, world);
  const dynamic = world.groups.filter((group) => group.rule !== undefined);
  if (dynamic.length >= MAX_DYNAMIC) throw limitReached("There are 10 dynamic groups.");
  if (dynamic.some((group) => world.now - group.modifiedAt < DYNAMIC_EVERY_MS)) throw throttled();
  if (world.devices.all().filter(matches).length > MAX_MATCHES) throw limitReached("More than 100,000 devices match.");
}

/** IoTDA reference: CreateOrDeleteDeviceInGroup. Inferred: a change that is none succeeds. */
export const changeGroupMember: Handler = (world, call) => {
  const group = world.group(param(call, "group_id"));
  const deviceId = queryText(call, "device_id") ?? "";
  if (group.rule !== undefined) throw notForDynamic();
  if (queryText(call, "action_id") === "removeDevice") {
    group.members.delete(deviceId);
  } else if (!group.members.has(deviceId)) {
    const device = world.device(deviceId);
    if (device.appId !== group.spaceId) throw invalid("The device is in another resource space.");
    if (group.members.size >= MAX_MEMBERS) throw limitReached("The group has 20,000 devices.");
    const groups = world.groups.filter((other) => other.members.has(deviceId)).length;
    if (groups >= MAX_GROUPS_OF_DEVICE) throw limitReached("The device is in 10 groups.");
    group.members.add(deviceId);
  }
  group.modifiedAt = world.now;
  return { status: 200 };
};
