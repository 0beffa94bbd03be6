"use client";
import { useMemo } from "react";
import { readCommand } from "@/lib/task-types/create-commands/definition";
import { type Command, commandIssues } from "@/lib/task-types/shared/model-command";
import { CommandForm } from "./command-form";
import type { OwnFieldsProps } from "./own-fields";
import { useTold } from "./use-told";

/** What a command asks for that the device answers at once. */
export function CommandFields({ value, onChange, revealed, focusRef }: OwnFieldsProps<Command>) {
  const command = useMemo(() => readCommand(value), [value]);
  const told = useTold(commandIssues(command), revealed);
  return (
    <CommandForm
      type="createCommands"
      command={command}
      onChange={(change) => onChange({ ...command, ...change })}
      told={told}
      focusRef={focusRef}
    />
  );
}
