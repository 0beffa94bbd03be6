"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { formatJson } from "@/lib/product-model/format-json";
import { readAsyncCommand } from "@/lib/task-types/create-async-commands/definition";
import { readCommand } from "@/lib/task-types/create-commands/definition";
import { type Command, parasSize } from "@/lib/task-types/shared/model-command";
import { objectIn } from "@/lib/task-types/shared/model-form";
import { FactRow } from "../fact-row";
import { useWizard } from "../use-wizard";
import { inWords } from "./in-words";
import type { Thing, WizardKind } from "./kind";
import { OwnAnswer } from "./own-answer";

const AsyncCommandFields = dynamic(() =>
  import("@/components/model-form/async-command-fields").then((file) => file.AsyncCommandFields),
);
const CommandFields = dynamic(() =>
  import("@/components/model-form/command-fields").then((file) => file.CommandFields),
);

function useCommandThing(): Thing {
  const t = useTranslations("wizard.own");
  const command = readCommand(useWizard().values.command);
  const { commandName: name, free, json } = command;
  const paras = objectIn(command);
  const values = paras === null ? "" : inWords(paras);
  if (name === "") return both(free && json !== "" ? t("freeCommand", { values }) : null);
  return both(values === "" ? t("command", { name }) : t("commandWith", { name, values }));
}

const both = (words: string | null): Thing => ({ thing: words, answer: words });

function CommandFacts({ command }: { command: Command }) {
  const t = useTranslations("wizard.own");
  const none = useTranslations("common")("none");
  const paras = objectIn(command);
  return (
    <>
      <FactRow name={t("commandName")}>{command.commandName === "" ? none : command.commandName}</FactRow>
      <FactRow name={t("service")}>{command.serviceId === "" ? none : command.serviceId}</FactRow>
      <FactRow name={t("paras")} note={t("bytes", { count: parasSize(command) ?? 0 })}>
        <pre className="fact-json">{paras === null ? none : formatJson(paras)}</pre>
      </FactRow>
    </>
  );
}

export const commandKind: WizardKind = {
  paths: ["title"],
  Fields: () => <OwnAnswer name="command" Fields={CommandFields} />,
  useThing: useCommandThing,
  Facts: () => <CommandFacts command={readCommand(useWizard().values.command)} />,
};

function AsyncFacts() {
  const t = useTranslations("wizard.own");
  const command = readAsyncCommand(useWizard().values.command);
  const kept = command.sendStrategy === "delay";
  return (
    <>
      <CommandFacts command={command} />
      <FactRow name={t("strategy")}>{t(kept ? "delay" : "immediately")}</FactRow>
      {kept && (
        <FactRow name={t("expires")}>
          {command.expireSeconds === "" ? t("expiresDefault") : t("seconds", { count: Number(command.expireSeconds) })}
        </FactRow>
      )}
    </>
  );
}

export const asyncCommandKind: WizardKind = {
  ...commandKind,
  Fields: () => <OwnAnswer name="command" Fields={AsyncCommandFields} />,
  Facts: AsyncFacts,
};
