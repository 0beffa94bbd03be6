import { invalid, noSuchFile, Refusal } from "../errors";
import { uuidOf } from "../fleet/random";
import { type JsonObject, textOf } from "../json";
import { toBasic } from "../wire-time";
import { created, type Handler, noContent, ok, param } from "./call";
import { countRows } from "./file-rows";
import { type BatchFile, MAX_FILES } from "./files";
import { readWorkbook, UnreadableWorkbook } from "./spreadsheet";

/** IoTDA reference: UploadBatchTaskFile, 2 MB. */
const MAX_BYTES = 2 * 1024 * 1024;

export const fileTooLarge = () => new Refusal(400, "IOTDA.014603", "The file is larger than 2 MB.");

/**
 * IoTDA reference: UploadBatchTaskFile. The body is `file_name` and `content` in base64. What is inside is judged
 * when a task initialises; only the number of rows counts here. Inferred: the codes of the number of files and rows.
 */
export const uploadBatchTaskFile: Handler = (world, { body }) => {
  const name = textOf(body, "file_name") ?? "";
  const bytes = Buffer.from(textOf(body, "content") ?? "", "base64");
  if (!/.\.xlsx?$/i.test(name)) throw invalid("The file must be .xlsx or .xls.");
  if (bytes.length > MAX_BYTES) throw fileTooLarge();
  const live = world.files.live(world.now);
  if (live.some((file) => file.name === name)) {
    throw new Refusal(400, "IOTDA.014602", "A file of this name already exists.");
  }
  if (live.length >= MAX_FILES) throw new Refusal(400, "IOTDA.014601", `There are already ${MAX_FILES} files.`);
  const content = contentOf(bytes);
  const most = world.settings.fileRows;
  if ("sheets" in content && countRows(content.sheets) > most) {
    throw new Refusal(400, "IOTDA.014604", `The file has more than ${most} rows.`);
  }
  const id = uuidOf(world.settings.seed, "file", world.ids.next(world.now));
  const file: BatchFile = { id, name, bytes: bytes.length, uploadedAt: world.now, content };
  world.files.add(file);
  return created(fileJson(file));
};

/** IoTDA reference: ListBatchTaskFiles. Neither paging nor filters. */
export const listBatchTaskFiles: Handler = (world) => ok({ files: world.files.live(world.now).map(fileJson) });

export const deleteBatchTaskFile: Handler = (world, call) => {
  const file = world.files.find(param(call, "file_id"), world.now);
  if (!file) throw noSuchFile();
  world.files.remove(file);
  return noContent();
};

function contentOf(bytes: Uint8Array): BatchFile["content"] {
  try {
    return { sheets: readWorkbook(bytes) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { fault: error.message };
    throw error;
  }
}

function fileJson({ id, name, uploadedAt }: BatchFile): JsonObject {
  return { file_id: id, file_name: name, upload_time: toBasic(uploadedAt) };
}
