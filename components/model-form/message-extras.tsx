"use client";
import { ChevronRight, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { MAX_MESSAGE_NAME, MAX_USER_PROPERTIES, type UserProperty } from "@/lib/task-types/create-messages/message";
import { FieldGroup } from "./field-group";
import type { MessagePart } from "./message-part";
import { storable } from "./typed-text";

/** What few messages need, closed until someone looks; says how much of it is used. */
export function MessageExtras(part: MessagePart) {
  const t = useTranslations("model.message");
  const { message, told } = part;
  const { name, correlationData, responseTopic, userProperties } = message;
  const used = [name !== "", correlationData !== "", responseTopic !== "", userProperties.length > 0];
  const paths = ["name", "correlationData", "responseTopic", "userProperties"] as const;
  const wrong = paths.some((path) => told.at(path) !== undefined);
  return (
    <details className="panel adv" open={wrong ? true : undefined}>
      <summary>
        <ChevronRight className="ic chev" size={16} />
        <b>{t("extras")}</b>
        <span className="mut sm">{t("extrasUsed", { count: used.filter(Boolean).length })}</span>
      </summary>
      <div className="wz-fields">
        <Line
          {...part}
          of="name"
          label={t("name")}
          hint={t("nameHint")}
          count={`${name.length} / ${MAX_MESSAGE_NAME}`}
        />
        <div className="mf-two">
          <Line {...part} of="correlationData" label={t("correlation")} hint={t("correlationHint")} />
          <Line {...part} of="responseTopic" label={t("response")} hint={t("responseHint")} />
        </div>
        <UserProperties {...part} />
      </div>
    </details>
  );
}

type LineProps = MessagePart & {
  of: "name" | "correlationData" | "responseTopic";
  label: string;
  hint: string;
  count?: string;
};

function Line({ message, onChange, told, of, label, hint, count }: LineProps) {
  return (
    <Field label={label} hint={hint} error={told.at(of)} count={count}>
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          spellCheck={false}
          value={message[of]}
          onChange={(event) => onChange({ [of]: storable(event.target.value) })}
          onBlur={() => told.touch(of)}
        />
      )}
    </Field>
  );
}

/** Pairs that travel beside the message, as MQTT 5 has them. */
function UserProperties({ message, onChange, told }: MessagePart) {
  const t = useTranslations("model.message");
  const { userProperties } = message;
  const change = (at: number, to: Partial<UserProperty>) =>
    onChange({ userProperties: userProperties.map((one, index) => (index === at ? { ...one, ...to } : one)) });
  const full = userProperties.length >= MAX_USER_PROPERTIES;
  return (
    <FieldGroup
      legend={t("properties")}
      hint={t("propertiesHint", { count: userProperties.length, max: MAX_USER_PROPERTIES })}
      error={told.at("userProperties")}
    >
      {userProperties.map(({ key, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: keys may be equal while they are typed
        <div className="mf-pair" key={at}>
          {(["key", "value"] as const).map((part) => (
            <TextInput
              key={part}
              aria-label={t(part === "key" ? "propertyKey" : "propertyValue", { number: at + 1 })}
              aria-invalid={told.at("userProperties", at, part) === undefined ? undefined : true}
              placeholder={t(part === "key" ? "keyWord" : "valueWord")}
              autoComplete="off"
              spellCheck={false}
              value={part === "key" ? key : value}
              onChange={(event) => change(at, { [part]: storable(event.target.value) })}
              onBlur={() => told.touch("userProperties", at, part)}
            />
          ))}
          <IconButton
            label={t("removeProperty", { number: at + 1 })}
            onClick={() => onChange({ userProperties: userProperties.filter((_, index) => index !== at) })}
          >
            <X className="ic" size={16} />
          </IconButton>
        </div>
      ))}
      <span>
        <Button
          size="sm"
          blocked={full ? t("propertiesFull", { max: MAX_USER_PROPERTIES }) : null}
          onClick={() => onChange({ userProperties: [...userProperties, { key: "", value: "" }] })}
        >
          {t("addProperty")}
        </Button>
      </span>
    </FieldGroup>
  );
}
