"use client";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { RadioCards } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import {
  type AsyncCommand,
  asyncCommandIssues,
  DEFAULT_EXPIRE_SECONDS,
  expiryOf,
  readAsyncCommand,
} from "@/lib/task-types/create-async-commands/definition";
import { CommandForm } from "./command-form";
import type { OwnFieldsProps } from "./own-fields";
import { typedNumber } from "./typed-text";
import { type Told, useTold } from "./use-told";

/** What a command asks for that waits for its device, or is given up where the device is away. */
export function AsyncCommandFields({ value, onChange, revealed, focusRef }: OwnFieldsProps<AsyncCommand>) {
  const command = useMemo(() => readAsyncCommand(value), [value]);
  const told = useTold(asyncCommandIssues(command), revealed);
  const change = (given: Partial<AsyncCommand>) => onChange({ ...command, ...given });
  return (
    <CommandForm type="createAsyncCommands" command={command} onChange={change} told={told} focusRef={focusRef}>
      <Waiting command={command} onChange={change} told={told} />
    </CommandForm>
  );
}

type WaitingProps = { command: AsyncCommand; onChange: (change: Partial<AsyncCommand>) => void; told: Told };

function Waiting({ command, onChange, told }: WaitingProps) {
  const t = useTranslations("model.waiting");
  const format = useFormat();
  const seconds = expiryOf(command.expireSeconds);
  const span = format.span((seconds || DEFAULT_EXPIRE_SECONDS) * 1_000);
  return (
    <Panel title={t("title")}>
      <div className="wz-fields">
        <RadioCards
          legend={t("title")}
          value={command.sendStrategy}
          onChange={(sendStrategy) => onChange({ sendStrategy })}
          choices={[
            { value: "delay", label: t("delay"), hint: t("delayHint") },
            { value: "immediately", label: t("immediately"), hint: t("immediatelyHint") },
          ]}
        />
        {command.sendStrategy === "delay" && (
          <Field
            label={t("expire")}
            hint={t("expireHint", { span })}
            error={told.at("expireSeconds")}
            className="mf-short"
          >
            {(control) => (
              <TextInput
                {...control}
                className="num"
                inputMode="numeric"
                autoComplete="off"
                placeholder={String(DEFAULT_EXPIRE_SECONDS)}
                unit={t("seconds")}
                value={command.expireSeconds}
                onChange={(event) => onChange({ expireSeconds: typedNumber(event.target.value) })}
                onBlur={() => told.touch("expireSeconds")}
              />
            )}
          </Field>
        )}
      </div>
    </Panel>
  );
}
