import * as z from "zod/mini";
import type { TaskTypeDefinition } from "../definition";
import { blankCommon, type CommonInput, commonInput } from "../shared/common-input";
import { blankCommand, type Command, command, commandDocument, commandIssues } from "../shared/model-command";
import { downlink } from "../shared/model-downlink";
import { checkedBy, type OwnIssue } from "../shared/model-issue";

/** Seconds that a command waits for its device. IoTDA reference: AsyncDeviceCommandRequest. */
export const MAX_EXPIRE_SECONDS = 172_800;
/** What the platform takes when nothing is given, in seconds. */
export const DEFAULT_EXPIRE_SECONDS = 86_400;

/**
 * A command that is sent at once, or kept for a device that is away. `expireSeconds` is what was typed; empty is the
 * platform's own 24 hours, and it means nothing when the command is not kept.
 */
export type AsyncCommand = Command & { sendStrategy: "immediately" | "delay"; expireSeconds: string };

const blank = { ...blankCommand, sendStrategy: "delay", expireSeconds: "" } as const satisfies AsyncCommand;

const shape: z.ZodMiniType<AsyncCommand> = z.object({
  ...command,
  sendStrategy: z.catch(z.enum(["immediately", "delay"]), "delay"),
  expireSeconds: z.catch(z.string(), ""),
});

/** An asynchronous command as a draft holds it, whatever the draft holds. */
export const readAsyncCommand = (held: unknown): AsyncCommand => z.catch(shape, blank).parse(held);

/** The seconds that were typed; null when none, undefined when they can not be sent. */
export function expiryOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  if (!/^\d{1,6}$/.test(text.trim())) return undefined;
  const seconds = Number(text);
  return seconds <= MAX_EXPIRE_SECONDS ? seconds : undefined;
}

/** Everything that keeps an asynchronous command from being sent. */
export function asyncCommandIssues(given: AsyncCommand): readonly OwnIssue[] {
  const wrong = given.sendStrategy === "delay" && expiryOf(given.expireSeconds) === undefined;
  const expiry: OwnIssue = { path: ["expireSeconds"], message: "expire", values: { max: MAX_EXPIRE_SECONDS } };
  return [...commandIssues(given), ...(wrong ? [expiry] : [])];
}

export type AsyncCommandInput = CommonInput & { command: AsyncCommand };

/** For devices that are not always there to answer: NB-IoT, LwM2M. IoTDA reference: createAsyncCommands. */
export const createAsyncCommands = {
  ...downlink,
  type: "createAsyncCommands",
  undo: { by: "inverse" },
  input: z.object({ ...commonInput, command: shape.check(checkedBy(asyncCommandIssues)) }),
  blank: { ...blankCommon, command: blank },
  document: ({ command: given }) => {
    const expiry = given.sendStrategy === "delay" ? expiryOf(given.expireSeconds) : null;
    return {
      ...commandDocument(given),
      send_strategy: given.sendStrategy,
      ...(expiry != null && { expire_time: expiry }),
    };
  },
} as const satisfies TaskTypeDefinition<AsyncCommandInput>;
