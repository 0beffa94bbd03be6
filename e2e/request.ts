import { expect } from "@playwright/test";

/** A resource space. IoTDA reference: CreateBatchTask `app_id`. */
export const SPACE_ID = expect.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);

/** A task's name on the platform: what people call it in allowed characters, and a short ending that is its own. */
export const taskNamed = (words: string) => expect.stringMatching(new RegExp(`^${words}_[0-9a-f]{8}$`));
