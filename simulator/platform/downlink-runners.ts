import { draw, uuidOf } from "../fleet/random";
import { type JsonObject, textOf } from "../json";
import { answerTo } from "./command-model";
import { stateOf } from "./deliveries";
import type { Device } from "./devices";
import { type Order, sendAsyncCommand, sendCommand, sendMessage, updateShadow } from "./downlink";
import { attempt, failure, gone, type Runner, success, wait } from "./step";
import type { SubTask, Task } from "./task";
import type { World } from "./world";

/** IoTDA reference: the platform waits 20 s for the answer to a synchronous command. */
const COMMAND_WAIT = 20;
/** Share of the general bad luck that commands have. */
const COMMAND_LUCK = 1 / 3;

/** IoTDA reference: createCommands. One answer each; some answers do not come. */
export function commandRunner(world: World): Runner {
  return onDevice(world, ({ device, order, luck }) => {
    sendCommand(world, device, order);
    if (luck("answer") < world.settings.failures * COMMAND_LUCK) {
      return wait(COMMAND_WAIT, () => failure("IOTDA.014111", COMMAND_TIMEOUT));
    }
    const answer = { command_id: order.id, response: answerTo(world, device, order.document) };
    return wait(1 + 8 * luck("time"), () => success(JSON.stringify(answer)));
  });
}

const COMMAND_TIMEOUT = "The command timed out. The device did not answer in time.";

/** IoTDA reference: createAsyncCommands. */
export function asyncCommandRunner(world: World): Runner {
  return onDevice(world, ({ device, order, luck }) => {
    const status = stateOf(sendAsyncCommand(world, device, order), world.now) === "PENDING" ? "PENDING" : "SENT";
    return wait(1 + 4 * luck("time"), () => success(JSON.stringify({ command_id: order.id, status })));
  });
}

/** IoTDA reference: createMessages. */
export function messageRunner(world: World): Runner {
  return onDevice(world, ({ device, order, luck }) => {
    const full = textOf(order.document, "topic_full_name");
    if (full !== undefined && luck("topic") < world.settings.failures * COMMAND_LUCK) {
      return failure("IOTDA.014112", "The device has not subscribed to the topic.");
    }
    const sent = sendMessage(world, device, order);
    const answer: JsonObject = { message_id: sent.id, result: { status: stateOf(sent, world.now) } };
    return wait(1 + 4 * luck("time"), () => success(JSON.stringify(answer)));
  });
}

/** IoTDA reference: updateDeviceShadows. */
export function shadowRunner(world: World): Runner {
  return onDevice(world, ({ device, order, luck }) =>
    wait(1 + 3 * luck("time"), () =>
      attempt(() => {
        updateShadow(world, device, order);
        return success();
      }),
    ),
  );
}

interface Try {
  device: Device;
  order: Order;
  luck: (what: string) => number;
}

/** One attempt on one device. */
function onDevice(world: World, run: (attempt: Try) => ReturnType<Runner>): Runner {
  return (task: Task, subTask: SubTask, device) => {
    if (!device) return gone(subTask);
    const luck = (what: string) => draw(world.settings.seed, task.name, subTask.target, subTask.tries, what);
    // Nobody sees the id of a change of a shadow.
    const shadow = task.type === "updateDeviceShadows";
    const id = shadow ? task.id : uuidOf(task.id, subTask.target, subTask.tries);
    const order = { id, document: task.document };
    return attempt(() => run({ device, order, luck }));
  };
}
