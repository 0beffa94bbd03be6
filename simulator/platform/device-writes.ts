import { invalid } from "../errors";
import { textOf } from "../json";
import { created, type Handler, noContent, ok, param } from "./call";
import { addDevice, changeGateway, deleteDevice, freezeDevice, unfreezeDevice, updateDevice } from "./device-changes";
import { fullDeviceJson } from "./device-operations";

/** IoTDA reference: AddDevice. The only answer, besides a task's output, that tells a secret. */
export const addOneDevice: Handler = (world, { body }) => {
  const space = world.space(textOf(body, "app_id"));
  const device = addDevice(world, space.id, body);
  const json = fullDeviceJson(world, device);
  const secret = device.auth?.secret;
  return created({ ...json, auth_info: { ...authInfo(json.auth_info), ...(secret === undefined ? {} : { secret }) } });
};

const authInfo = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

export const updateOneDevice: Handler = (world, call) => {
  const device = world.device(param(call, "device_id"));
  updateDevice(device, call.body);
  return ok(fullDeviceJson(world, device));
};

export const deleteOneDevice: Handler = (world, call) => {
  deleteDevice(world, world.device(param(call, "device_id")));
  return noContent();
};

export const freezeOneDevice: Handler = (world, call) => {
  freezeDevice(world, world.device(param(call, "device_id")));
  return noContent();
};

export const unfreezeOneDevice: Handler = (world, call) => {
  unfreezeDevice(world, world.device(param(call, "device_id")));
  return noContent();
};

export const changeOneGateway: Handler = (world, call) => {
  const gatewayId = textOf(call.body, "gateway_id") ?? "";
  if (gatewayId === "") throw invalid("gateway_id is required.");
  changeGateway(world, world.device(param(call, "device_id")), gatewayId);
  return noContent();
};
