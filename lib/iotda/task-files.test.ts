import { describe, expect, it } from "vitest";
import { fetchFailed, scripted, tokenPlatform } from "./scripted";

const upload = { name: "rows_1.xlsx", bytes: new TextEncoder().encode("PK not really") };
const stored = { status: 201, body: { file_id: "f-1", file_name: "rows_1.xlsx", upload_time: "20200617T081608Z" } };

describe("files of rows", () => {
  it("go out as one part, signed without their bytes and their type", async () => {
    const { iotda, sent } = scripted([stored]);
    expect(await iotda.uploadTaskFile(upload)).toEqual({ ok: true, value: { id: "f-1", name: "rows_1.xlsx" } });
    const [{ url, method, headers, bytes } = { url: null, method: "", headers: {}, bytes: null }] = sent;
    expect(`${method} ${url?.pathname.split("/").at(-1)}`).toBe("POST batchtask-files");
    expect(headers).toMatchObject({
      "Content-Type": expect.stringMatching(/^multipart\/form-data; boundary=/),
      "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD",
      Authorization: expect.stringContaining(
        "SignedHeaders=host;instance-id;x-project-id;x-sdk-content-sha256;x-sdk-date, ",
      ),
    });
    expect(new TextDecoder().decode(bytes ?? undefined)).toContain(
      'Content-Disposition: form-data; name="file"; filename="rows_1.xlsx"\r\n',
    );
  });

  it("go out plainly with a token", async () => {
    const token = { status: 201, headers: { "X-Subject-Token": "T" }, body: {} };
    const { iotda, sent } = scripted([token, stored], tokenPlatform);
    expect(await iotda.uploadTaskFile(upload)).toMatchObject({ ok: true });
    expect(sent[1]?.headers).toMatchObject({ "X-Auth-Token": "T" });
    expect(sent[1]?.headers).not.toHaveProperty("X-Sdk-Content-Sha256");
  });

  it.each([
    ["a cut line", fetchFailed("ECONNRESET"), "uncertain"],
    ["a busy platform", { status: 503 }, "uncertain"],
    ["throttling", { status: 429 }, "throttled"],
    ["nobody there", fetchFailed("ECONNREFUSED"), "unreachable"],
  ])("are sent once in spite of %s", async (_why, reply, kind) => {
    const { iotda, sent } = scripted([reply]);
    expect(await iotda.uploadTaskFile(upload)).toMatchObject({ ok: false, failure: { kind } });
    expect(sent).toHaveLength(1);
  });

  it("tell why they were refused, in the platform's words", async () => {
    const body = { error_code: "IOTDA.014602", error_msg: "The file name exists." };
    const { iotda } = scripted([{ status: 400, body }]);
    expect(await iotda.uploadTaskFile(upload)).toMatchObject({ failure: { kind: "refused", code: "IOTDA.014602" } });
  });

  it("are listed and deleted", async () => {
    const gone = { status: 404, body: { error_code: "IOTDA.014600", error_msg: "not there" } };
    const { iotda, sent } = scripted([{ body: { files: [stored.body, { file_id: "g" }] } }, { status: 204 }, gone]);
    expect(await iotda.listTaskFiles()).toEqual({
      ok: true,
      value: [
        { id: "f-1", name: "rows_1.xlsx", uploadedAt: "2020-06-17T08:16:08.000Z" },
        { id: "g", name: "", uploadedAt: null },
      ],
    });
    expect(await iotda.deleteTaskFile("f-1")).toEqual({ ok: true, value: null });
    expect(await iotda.deleteTaskFile("f-1")).toEqual({ ok: false, failure: { kind: "missing", what: "task-file" } });
    expect(sent[1]?.method).toBe("DELETE");
  });
});
