"use client";
import { useTranslations } from "use-intl";
import { RadioCards } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { MAX_TTL_MINUTES, TTL_STEP, ttlOf } from "@/lib/task-types/create-messages/message";
import type { MessagePart } from "./message-part";
import { storable, typedNumber } from "./typed-text";

/** Where the platform puts the prefix that stands before a product's own topics. */
const PREFIX = "$oc/devices/{device_id}/user/";
const DEFAULT_TOPIC = "$oc/devices/{device_id}/sys/messages/down";

/** The topic that devices listen to, one of three kinds, and how long the message waits for those that are away. */
export function MessageRoute({ message, onChange, told }: MessagePart) {
  const t = useTranslations("model.message");
  return (
    <Panel title={t("route")}>
      <div className="wz-fields">
        <RadioCards
          legend={t("topicBy")}
          value={message.topicBy}
          onChange={(topicBy) => onChange({ topicBy })}
          choices={[
            { value: "default", label: t("topicDefault"), hint: <span className="mono">{DEFAULT_TOPIC}</span> },
            { value: "suffix", label: t("topicSuffix"), hint: t("topicSuffixHint") },
            { value: "full", label: t("topicFull"), hint: t("topicFullHint") },
          ]}
        />
        {message.topicBy === "suffix" && (
          <Field label={t("topicSuffix")} hint={t("topicPrefix", { prefix: PREFIX })} error={told.at("topic")}>
            {(control) => (
              <TextInput
                {...control}
                className="mono"
                autoComplete="off"
                spellCheck={false}
                value={message.topic}
                onChange={(event) => onChange({ topic: storable(event.target.value) })}
                onBlur={() => told.touch("topic")}
              />
            )}
          </Field>
        )}
        {message.topicBy === "full" && (
          <Field label={t("topicFull")} hint={t("topicFullMore")} error={told.at("fullTopic")}>
            {(control) => (
              <TextInput
                {...control}
                className="mono"
                autoComplete="off"
                spellCheck={false}
                value={message.fullTopic}
                onChange={(event) => onChange({ fullTopic: storable(event.target.value) })}
                onBlur={() => told.touch("fullTopic")}
              />
            )}
          </Field>
        )}
        <Waiting message={message} onChange={onChange} told={told} />
      </div>
    </Panel>
  );
}

function Waiting({ message, onChange, told }: MessagePart) {
  const t = useTranslations("model.message");
  const format = useFormat();
  const minutes = ttlOf(message.ttlMinutes) ?? MAX_TTL_MINUTES;
  const hint = minutes === 0 ? t("ttlNone") : t("ttlHint", { span: format.span(minutes * 60_000) });
  return (
    <Field label={t("ttl")} hint={hint} error={told.at("ttlMinutes")} className="mf-short">
      {(control) => (
        <TextInput
          {...control}
          className="num"
          type="number"
          inputMode="numeric"
          min={0}
          max={MAX_TTL_MINUTES}
          step={TTL_STEP}
          placeholder={String(MAX_TTL_MINUTES)}
          unit={t("minutes")}
          value={message.ttlMinutes}
          onChange={(event) => onChange({ ttlMinutes: typedNumber(event.target.value) })}
          onBlur={() => told.touch("ttlMinutes")}
        />
      )}
    </Field>
  );
}
