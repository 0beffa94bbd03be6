import { type Json, membersOf, plainObject } from "@/lib/json";
import { checkObject, unstorable } from "@/lib/product-model/check";
import { checkForm } from "@/lib/product-model/check-form";
import { MAX_SERVICE_ID } from "../shared/model-command";
import { isJson, textIssue } from "../shared/model-form";
import { type OwnIssue, under } from "../shared/model-issue";
import {
  badKeyIn,
  desiredOf,
  isOneLevel,
  MAX_SHADOW_BYTES,
  MAX_SHADOW_SERVICES,
  type Shadow,
  type ShadowService,
  shadowSize,
  takesObjects,
} from "./shadow";

/** Everything that keeps a shadow from being sent. */
export function shadowIssues(shadow: Shadow): readonly OwnIssue[] {
  const { productId, services } = shadow;
  if (productId === "" && !(services.length > 0 && services.every(({ free }) => free)))
    return [{ path: ["productId"], message: "product-missing" }];
  if (services.length === 0) return [{ path: ["services"], message: "shadow-none" }];
  const issues: OwnIssue[] = [];
  if (services.length > MAX_SHADOW_SERVICES)
    issues.push({ path: ["services"], message: "shadow-many", values: { max: MAX_SHADOW_SERVICES } });
  const size = shadowSize(shadow);
  if (size !== null && size > MAX_SHADOW_BYTES)
    issues.push({ path: ["services"], message: "shadow-large", values: { size, max: MAX_SHADOW_BYTES } });
  const known = new Set<string>();
  for (const [index, service] of services.entries()) {
    const twice = known.has(service.serviceId);
    known.add(service.serviceId);
    issues.push(...under(["services", index], twice ? [twiceIssue(service)] : serviceIssues(service)));
  }
  return issues;
}

const twiceIssue = ({ serviceId }: ShadowService): OwnIssue =>
  serviceId === ""
    ? { path: ["serviceId"], message: "service-missing" }
    : { path: ["serviceId"], message: "service-twice", values: { service: serviceId } };

function serviceIssues(service: ShadowService): readonly OwnIssue[] {
  const { serviceId, change } = service;
  if (serviceId === "") return [{ path: ["serviceId"], message: "service-missing" }];
  if (serviceId.length > MAX_SERVICE_ID)
    return [{ path: ["serviceId"], message: "service-long", values: { max: MAX_SERVICE_ID } }];
  if (unstorable(serviceId) !== null) return [{ path: ["serviceId"], message: "unstorable" }];
  return change === "clear-service" ? [] : desiredIssues(service);
}

function desiredIssues(service: ShadowService): readonly OwnIssue[] {
  const json = isJson(service);
  const desired = desiredOf(service);
  if (desired === null) return [textIssue(service.json)];
  const members = membersOf(desired);
  // An empty object clears all that is desired of the service: never by leaving a form empty.
  if (members.length === 0)
    return [json ? { path: ["json"], message: "shadow-empty" } : { path: ["values"], message: "shadow-nothing" }];
  return under([json ? "json" : "values"], [...keyIssues(service, members), ...valueIssues(service, members)]);
}

type Members = readonly (readonly [string, Json])[];

function keyIssues({ fields }: ShadowService, members: Members): readonly OwnIssue[] {
  const bad = badKeyIn(plainObject(members));
  const nested = members.filter(([name, value]) => !isOneLevel(value) && !takesObjects(fields, name));
  return [
    ...(bad === null ? [] : [{ path: bad, message: "shadow-key", values: { key: bad.at(-1) ?? "" } } as const]),
    ...nested.map(([name]): OwnIssue => ({ path: [name], message: "shadow-nested" })),
  ];
}

/** Null takes a value away, which every property allows, also one that is no longer in the model. */
function valueIssues(service: ShadowService, members: Members): readonly OwnIssue[] {
  const set = plainObject(members.filter(([, value]) => value !== null));
  if (service.free) {
    const found = unstorable(set);
    return found === null ? [] : [{ ...found, path: found.path ?? [] }];
  }
  const fields = service.fields.map((field) => ({ ...field, required: false }));
  const kept = service.values.filter(({ name }) => !service.cleared.includes(name));
  return isJson(service) ? checkObject(fields, set) : checkForm(fields, kept);
}
