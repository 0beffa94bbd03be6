"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { Command } from "@/lib/task-types/shared/model-command";
import { storable } from "./typed-text";
import type { Told } from "./use-told";

type Props = { command: Command; onChange: (change: Partial<Command>) => void; told: Told };

/** Service and command in the platform's own words, for devices without a fitting model. Both may be left out. */
export function CommandByHand({ command, onChange, told }: Props) {
  const t = useTranslations("model.command");
  const optional = useTranslations("model.field")("optional");
  return (
    <div className="mf-two">
      <Field label={t("service")} aside={optional} hint={t("serviceHint")} error={told.at("serviceId")}>
        {(control) => (
          <TextInput
            {...control}
            value={command.serviceId}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ serviceId: storable(event.target.value) })}
            onBlur={() => told.touch("serviceId")}
          />
        )}
      </Field>
      <Field label={t("command")} aside={optional} error={told.at("commandName")}>
        {(control) => (
          <TextInput
            {...control}
            value={command.commandName}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ commandName: storable(event.target.value) })}
            onBlur={() => told.touch("commandName")}
          />
        )}
      </Field>
    </div>
  );
}
