"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import type { ProductModel } from "@/lib/fleet/product-model";
import { MAX_SERVICE_ID } from "@/lib/task-types/shared/model-command";
import { desiredOf, type ShadowService } from "@/lib/task-types/update-device-shadows/shadow";
import { ByHand } from "./by-hand";
import { FormOrJson } from "./form-or-json";
import { named, writableFields } from "./shadow-model";
import { ShadowProperties } from "./shadow-properties";
import { storable } from "./typed-text";
import type { Told } from "./use-told";

type Props = {
  at: number;
  service: ShadowService;
  model: ProductModel | null;
  /** Services that are chosen already. */
  used: readonly string[];
  onChange: (change: Partial<ShadowService>) => void;
  onRemove: () => void;
  told: Told;
};

/** What becomes desired of one service, or that all of it is cleared. */
export function ShadowServiceForm({ at, service, model, used, onChange, onRemove, told: all }: Props) {
  const t = useTranslations("model.shadow");
  const told: Told = {
    at: (...path) => all.at("services", at, ...path),
    all: (...path) => all.all("services", at, ...path),
    touch: (...path) => all.touch("services", at, ...path),
  };
  const { serviceId, free, change } = service;
  const known = model?.services.find(({ id }) => id === serviceId);
  const fields = known === undefined ? service.fields : writableFields(known);
  /** Keeps of the model what this service names, so that the draft can be checked without it. */
  const tell = (to: Partial<ShadowService>) => {
    const next = { ...service, ...to };
    onChange({ ...to, fields: next.free ? [] : named(fields, next) });
  };
  return (
    <Panel
      title={serviceId === "" ? t("untitled") : serviceId}
      end={
        <>
          {model !== null && <ByHand legend={t("by")} free={free} onChange={(by) => tell({ free: by })} />}
          <IconButton
            label={t("remove", { service: serviceId === "" ? String(at + 1) : serviceId })}
            onClick={onRemove}
          >
            <Trash2 className="ic" size={16} />
          </IconButton>
        </>
      }
    >
      <div className="wz-fields">
        <ServiceName {...{ service, model, used, told }} onChange={tell} />
        {serviceId !== "" && (
          <RadioCards
            legend={t("change")}
            value={change}
            onChange={(to) => tell({ change: to })}
            choices={[
              { value: "set", label: t("set"), hint: t("setHint") },
              { value: "clear-service", label: t("clearService"), hint: t("clearServiceHint") },
            ]}
          />
        )}
      </div>
      {serviceId !== "" && change === "set" && (
        <FormOrJson
          form={service}
          object={desiredOf({ ...service, fields }) ?? undefined}
          onChange={tell}
          fields={fields}
          nullClears
          told={told}
          title={t("values")}
        >
          <ShadowProperties service={service} fields={fields} model={known} onChange={tell} told={told} />
        </FormOrJson>
      )}
    </Panel>
  );
}

type NameProps = Pick<Props, "service" | "model" | "used" | "onChange" | "told">;

function ServiceName({ service: { serviceId, free }, model, used, onChange, told }: NameProps) {
  const t = useTranslations("model.shadow");
  const choose = useTranslations("model.command")("choose");
  const offered = model?.services.filter((one) => writableFields(one).length > 0) ?? [];
  const strange = serviceId !== "" && !offered.some(({ id }) => id === serviceId);
  return (
    <Field
      label={t("service")}
      hint={free ? t("serviceHint", { max: MAX_SERVICE_ID }) : undefined}
      error={told.at("serviceId")}
    >
      {(control) =>
        free || model === null ? (
          <TextInput
            {...control}
            value={serviceId}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ serviceId: storable(event.target.value) })}
            onBlur={() => told.touch("serviceId")}
          />
        ) : (
          <Select
            {...control}
            value={serviceId}
            onChange={(event) => onChange({ serviceId: event.target.value, values: [], cleared: [] })}
            onBlur={() => told.touch("serviceId")}
          >
            <option value="">{choose}</option>
            {strange && <option value={serviceId}>{serviceId}</option>}
            {offered.map(({ id }) => (
              <option key={id} value={id} disabled={used.includes(id)}>
                {used.includes(id) ? t("usedAlready", { service: id }) : id}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  );
}
