import { ok } from "@/lib/failure";
import type { Call, Connection } from "./connection";
import { get } from "./get";
import type { Iotda } from "./iotda";
import { multipart } from "./multipart";
import { fromWireTime } from "./time";
import { wireNothing } from "./wire";
import { wireTaskFile, wireTaskFiles } from "./wire-fleet";

const FILES = ["batchtask-files"];

/** The operations on files of rows: at most 10, each for an hour. IoTDA reference: batch task files. */
export const taskFileOperations = (
  connection: Connection,
  random: () => number,
): Pick<Iotda, "uploadTaskFile" | "listTaskFiles" | "deleteTaskFile"> => ({
  async uploadTaskFile({ name, bytes }) {
    const file = multipart(name, bytes, random);
    const call: Call = { operation: "UploadBatchTaskFile", method: "POST", segments: FILES, file };
    const result = await connection.write(call, wireTaskFile);
    return result.ok ? ok({ id: result.value.file_id, name: result.value.file_name ?? name }) : result;
  },
  async listTaskFiles() {
    const result = await connection.read(get("ListBatchTaskFiles", FILES), wireTaskFiles);
    if (!result.ok) return result;
    return ok(
      result.value.files.map((file) => ({
        id: file.file_id,
        name: file.file_name ?? "",
        uploadedAt: fromWireTime(file.upload_time),
      })),
    );
  },
  async deleteTaskFile(fileId) {
    const segments = [...FILES, fileId];
    const call: Call = { operation: "DeleteBatchTaskFile", method: "DELETE", segments, what: "task-file" };
    const result = await connection.write(call, wireNothing);
    return result.ok ? ok(null) : result;
  },
});
