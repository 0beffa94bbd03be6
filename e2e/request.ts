import { expect } from "@playwright/test";
import type { Platform } from "./platform";

/** A resource space. IoTDA reference: CreateBatchTask `app_id`. */
export const SPACE_ID = expect.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);

/** A task's name on the platform: what people call it in allowed characters, and a short ending that is its own. */
export const taskNamed = (words: string) => expect.stringMatching(new RegExp(`^${words}_[0-9a-f]{8}$`));

/** A task was created from a file with these rows, as the platform read them, and the file is gone again. */
export async function expectRowsSent(
  platform: Platform,
  name: string,
  type: string,
  rows: readonly Record<string, string>[],
): Promise<void> {
  const created = await platform.created();
  expect(created).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed(name),
        task_type: type,
        document_source: expect.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
      },
    },
  ]);
  const { tasks } = await platform.read(`tasks?name=${created[0]?.body?.task_name}`);
  expect(tasks).toEqual([expect.objectContaining({ rows })]);
  await expect.poll(() => platform.read("files")).toEqual({ files: [] });
}
