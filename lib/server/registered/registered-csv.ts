import { unwrap } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { csvLine } from "@/lib/target-files/rejected-csv";
import type { SubTask } from "@/lib/tasks/task";
import { readRegistered, splitTarget } from "./registered-device";

const PAGE = 50;
/** IoTDA reference: paging. Behind one marker an offset reaches 500 further, so that eleven pages are read at once. */
const OFFSETS = Array.from({ length: 11 }, (_, index) => index * PAGE);

/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";
/** Named like the API's parameters, so that the file can be brought back as a spreadsheet of devices. */
const HEADER = ["device_id", "secret", "fingerprint", "node_id", "product_id", "status", "reason", "target"];

/**
 * Every row of a registration as a CSV, a piece for each read of the platform: registered devices with their secrets, the
 * others with the platform's reason. Throws the platform's failure, so that half a file is never taken for a whole one.
 */
export async function* registeredCsv(
  iotda: Pick<Iotda, "showTask">,
  taskId: string,
  productIds: readonly string[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEADER);
  for await (const subTasks of allSubTasks(iotda, taskId))
    yield subTasks.map((subTask) => csvLine(cellsOf(subTask, productIds))).join("");
}

/** All sub-tasks of a task, each once, also when the platform repeats some. */
async function* allSubTasks(iotda: Pick<Iotda, "showTask">, taskId: string): AsyncGenerator<readonly SubTask[]> {
  const seen = new Set<string>();
  for (let marker: string | null | undefined; marker !== null; ) {
    const from = marker === undefined ? {} : { marker };
    const pages = await Promise.all(
      OFFSETS.map(async (offset) => unwrap(await iotda.showTask({ taskId, limit: PAGE, offset, ...from })).subTasks),
    );
    const fresh: SubTask[] = [];
    for (const subTask of pages.flatMap(({ items }) => items)) {
      if (seen.has(subTask.target)) continue;
      seen.add(subTask.target);
      fresh.push(subTask);
    }
    if (fresh.length > 0) yield fresh;
    marker = fresh.length === 0 ? null : (pages.findLast(({ items }) => items.length > 0)?.next ?? null);
  }
}

function cellsOf(subTask: SubTask, productIds: readonly string[]): readonly string[] {
  const { target, status, code, message } = subTask;
  const registered = readRegistered(subTask.output);
  const parts = splitTarget(target, productIds);
  const reason = [code, message].filter((part) => part !== null && part !== "").join(" ");
  return [
    registered?.deviceId ?? "",
    registered?.secret ?? "",
    registered?.fingerprint ?? "",
    parts?.nodeId ?? "",
    parts?.productId ?? "",
    status.known ?? status.raw,
    reason,
    target,
  ];
}
