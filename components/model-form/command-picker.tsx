"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import type { ModelService } from "@/lib/fleet/product-model";
import { fieldsOf } from "@/lib/product-model/field";
import type { Command } from "@/lib/task-types/shared/model-command";
import type { Told } from "./use-told";

type Props = {
  services: readonly ModelService[];
  command: Command;
  onChange: (change: Partial<Command>) => void;
  told: Told;
};

/** The services of a product that have commands, and the commands of the chosen one. */
export function CommandPicker({ services, command, onChange, told }: Props) {
  const t = useTranslations("model.command");
  const able = services.filter(({ commands }) => commands.length > 0);
  const { serviceId, commandName } = command;
  const service = able.find(({ id }) => id === serviceId);
  const isKnown = service?.commands.some(({ name }) => name === commandName) ?? false;
  if (able.length === 0) return <p className="mut">{t("none")}</p>;
  const chooseCommand = (of: ModelService | undefined, name: string) => {
    const chosen = of?.commands.find((one) => one.name === name);
    onChange({
      serviceId: of?.id ?? "",
      commandName: chosen?.name ?? "",
      fields: chosen === undefined ? [] : fieldsOf(chosen.paras),
    });
  };
  const chooseService = (id: string) => {
    const chosen = able.find((one) => one.id === id);
    chooseCommand(chosen, chosen?.commands.length === 1 ? (chosen.commands[0]?.name ?? "") : "");
  };
  return (
    <>
      {commandName !== "" && !isKnown && (
        <Notice tone="attn" glyph="unknown" title={t("gone", { command: commandName })} boxed>
          <p>{t("goneBody")}</p>
        </Notice>
      )}
      <div className="mf-two">
        <Field label={t("service")} hint={service?.description || undefined} error={told.at("serviceId")}>
          {(control) => (
            <Select
              {...control}
              value={service?.id ?? ""}
              onChange={(event) => chooseService(event.target.value)}
              onBlur={() => told.touch("serviceId")}
            >
              <option value="">{t("choose")}</option>
              {able.map(({ id }) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {service !== undefined && (
          <Field label={t("command")} error={told.at("commandName")}>
            {(control) => (
              <Select
                {...control}
                value={isKnown ? commandName : ""}
                onChange={(event) => chooseCommand(service, event.target.value)}
                onBlur={() => told.touch("commandName")}
              >
                <option value="">{t("choose")}</option>
                {service.commands.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </>
  );
}
