import { invalid } from "../errors";
import { textOf } from "../json";
import { addDevice, changeGateway, deleteDevice, freezeDevice, unfreezeDevice, updateDevice } from "./device-changes";
import { rowFault, rowToBody } from "./device-rows";
import type { Device } from "./devices";
import { attempt, gone, type Runner, success, wait } from "./step";
import type { SubTask, Task } from "./task";
import type { World } from "./world";

/** Inferred: how long the platform takes to write one device, in seconds. */
const WRITE = 2;

/** IoTDA reference: BatchCreateDevices template and TaskDetail.output. Inferred: that it is JSON text. */
export function createRunner(world: World): Runner {
  return (task, { row = {} }) =>
    wait(WRITE, () =>
      attempt(() => {
        const fault = rowFault(row, ["product_id", "node_id"]);
        if (fault !== undefined) throw invalid(fault);
        const device = addDevice(world, task.spaceId, rowToBody(row));
        const { secret = "", fingerprint = "" } = device.auth ?? {};
        return success(JSON.stringify({ device_id: device.id, app_id: device.appId, secret, fingerprint }));
      }),
    );
}

export const updateRunner = (world: World): Runner =>
  onDevice(world, (device, { row = {} }) => {
    const { product_id: _product, node_id: _node, gateway_id: _gateway, ...rest } = row;
    const fault = rowFault(rest, ["device_id"]);
    if (fault !== undefined) throw invalid(fault);
    updateDevice(device, rowToBody(rest));
  });

export const deleteRunner = (world: World): Runner => onDevice(world, (device) => deleteDevice(world, device));
export const freezeRunner = (world: World): Runner => onDevice(world, (device) => freezeDevice(world, device));
export const unfreezeRunner = (world: World): Runner => onDevice(world, (device) => unfreezeDevice(world, device));

/** Inferred input: `{"gateway_id"}` for all targets, or a column of a file. */
export const changeGatewayRunner = (world: World): Runner =>
  onDevice(world, (device, { row = {} }, task) => {
    const gatewayId = textOf(row, "gateway_id") ?? textOf(task.document, "gateway_id");
    if (gatewayId === undefined) throw invalid("gateway_id is required.");
    changeGateway(world, device, gatewayId);
  });

/** One write to a device that is still there when its turn has come. */
function onDevice(world: World, change: (device: Device, subTask: SubTask, task: Task) => void): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    return wait(WRITE, () => {
      if (world.devices.get(device.id) !== device) return gone(subTask);
      return attempt(() => {
        change(device, subTask, task);
        return success();
      });
    });
  };
}
