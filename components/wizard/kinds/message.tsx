"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { type Message, messageSize, readMessage } from "@/lib/task-types/create-messages/message";
import { FactRow } from "../fact-row";
import { useWizard } from "../use-wizard";
import type { Thing, WizardKind } from "./kind";
import { OwnAnswer } from "./own-answer";

const MessageFields = dynamic(() =>
  import("@/components/model-form/message-fields").then((file) => file.MessageFields),
);

const SHOWN_CHARACTERS = 300;

const contentOf = ({ payload, text, json, base64 }: Message): string => ({ text, json, base64 })[payload];

function useMessageThing(): Thing {
  const t = useTranslations("wizard.own");
  const message = readMessage(useWizard().values.message);
  const size = contentOf(message) === "" ? null : messageSize(message);
  const words = size === null ? null : t("message", { count: size });
  return { thing: words, answer: words };
}

function MessageFacts() {
  const t = useTranslations("wizard.own");
  const none = useTranslations("common")("none");
  const message = readMessage(useWizard().values.message);
  const content = contentOf(message);
  const topics = { default: t("topicDefault"), suffix: message.topic, full: message.fullTopic };
  return (
    <>
      <FactRow name={t("content")} note={t("bytes", { count: messageSize(message) ?? 0 })}>
        <pre className="fact-json">{content === "" ? none : content.slice(0, SHOWN_CHARACTERS)}</pre>
      </FactRow>
      <FactRow name={t("topic")}>{topics[message.topicBy]}</FactRow>
      <FactRow name={t("ttl")}>
        {message.ttlMinutes === "" ? t("ttlDefault") : t("minutes", { count: Number(message.ttlMinutes) })}
      </FactRow>
    </>
  );
}

export const messageKind: WizardKind = {
  paths: ["title"],
  Fields: () => <OwnAnswer name="message" Fields={MessageFields} />,
  useThing: useMessageThing,
  Facts: MessageFacts,
};
