import * as z from "zod/mini";
import type { TaskTypeDefinition } from "../definition";
import { blankCommon, type CommonInput, commonInput } from "../shared/common-input";
import { blankCommand, type Command, command, commandDocument, commandIssues } from "../shared/model-command";
import { downlink } from "../shared/model-downlink";
import { checkedBy } from "../shared/model-issue";

const shape: z.ZodMiniType<Command> = z.object(command);

/** A command as a draft holds it, whatever the draft holds. */
export const readCommand = (held: unknown): Command => z.catch(shape, blankCommand).parse(held);

export type CommandInput = CommonInput & { command: Command };

/** The device answers while the platform waits, at most 20 s. IoTDA reference: createCommands. */
export const createCommands = {
  ...downlink,
  type: "createCommands",
  undo: { by: "inverse" },
  input: z.object({ ...commonInput, command: shape.check(checkedBy(commandIssues)) }),
  blank: { ...blankCommon, command: blankCommand },
  document: (input) => commandDocument(input.command),
} as const satisfies TaskTypeDefinition<CommandInput>;
