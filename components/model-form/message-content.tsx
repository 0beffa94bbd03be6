"use client";
import { useTranslations } from "use-intl";
import { RadioCards, Segmented } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { decodedSize, MAX_MESSAGE_BYTES, messageSize } from "@/lib/task-types/create-messages/message";
import { JsonEditor } from "./json-editor";
import type { MessagePart } from "./message-part";
import { SizeLine } from "./size-line";
import { storable } from "./typed-text";

/** What devices get: text, JSON or bytes, and whether it comes wrapped. */
export function MessageContent(part: MessagePart) {
  const t = useTranslations("model.message");
  const { message, onChange } = part;
  return (
    <Panel
      title={t("content")}
      end={
        <Segmented
          small
          legend={t("payload")}
          value={message.payload}
          onChange={(payload) => onChange({ payload })}
          choices={[
            { value: "text", label: t("text") },
            { value: "json", label: t("json") },
            { value: "base64", label: t("base64") },
          ]}
        />
      }
    >
      <div className="wz-fields">
        <Content {...part} />
        {message.payload !== "base64" && (
          <RadioCards
            legend={t("format")}
            value={message.format}
            onChange={(format) => onChange({ format })}
            choices={[
              { value: "standard", label: t("standard"), hint: t("standardHint") },
              { value: "raw", label: t("raw"), hint: t("rawHint") },
            ]}
          />
        )}
      </div>
      <SizeLine size={messageSize(message)} max={MAX_MESSAGE_BYTES} />
    </Panel>
  );
}

function Content({ message, onChange, told }: MessagePart) {
  const t = useTranslations("model.message");
  const bytes = decodedSize(message.base64);
  if (message.payload === "json")
    return (
      <JsonEditor
        label={t("jsonLabel")}
        text={message.json}
        onChange={(json) => onChange({ json })}
        onLeave={() => told.touch("json")}
        issues={told.all("json")}
        error={told.at("json")}
        fields={[]}
      />
    );
  if (message.payload === "base64")
    return (
      <Field
        label={t("base64Label")}
        hint={t("base64Hint")}
        error={told.at("base64")}
        count={bytes === null ? undefined : t("bytes", { count: bytes })}
      >
        {(control) => (
          <TextArea
            {...control}
            className="mono"
            rows={5}
            spellCheck={false}
            value={message.base64}
            onChange={(event) => onChange({ base64: storable(event.target.value) })}
            onBlur={() => told.touch("base64")}
          />
        )}
      </Field>
    );
  return (
    <Field label={t("textLabel")} error={told.at("text")}>
      {(control) => (
        <TextArea
          {...control}
          rows={5}
          value={message.text}
          onChange={(event) => onChange({ text: storable(event.target.value) })}
          onBlur={() => told.touch("text")}
        />
      )}
    </Field>
  );
}
