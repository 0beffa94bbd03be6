"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { Glyph } from "@/components/ui/glyph";
import { SearchInput } from "@/components/ui/inputs";
import type { ModelService } from "@/lib/fleet/product-model";
import type { ModelField } from "@/lib/product-model/field";
import { inForm, withValue } from "@/lib/product-model/values";
import type { ShadowService } from "@/lib/task-types/update-device-shadows/shadow";
import { FieldControl } from "./field-control";
import { unkeepable } from "./shadow-model";
import type { Told } from "./use-told";

type Props = {
  service: ShadowService;
  fields: readonly ModelField[];
  model: ModelService | undefined;
  onChange: (change: Pick<ShadowService, "values" | "cleared">) => void;
  told: Told;
};

/** From this number of properties on a search helps. */
const MANY = 12;

/** Every property that can be desired: given a value, cleared, or left as it is. */
export function ShadowProperties({ service, fields, model, onChange, told }: Props) {
  const t = useTranslations("model.shadow");
  const [search, setSearch] = useState("");
  const { values, cleared } = service;
  const word = search.trim().toLocaleLowerCase();
  const shown = fields.filter(({ name, description }) => `${name} ${description}`.toLocaleLowerCase().includes(word));
  const left = model === undefined ? [] : unkeepable(model);
  const gone = cleared.filter((name) => !fields.some((field) => field.name === name));
  const nothing = told.at("values");
  const empty = values.length === 0 && cleared.length === 0;
  const clear = (name: string, on: boolean) =>
    onChange({ values, cleared: on ? [...cleared, name] : cleared.filter((one) => one !== name) });
  return (
    <>
      {empty && nothing !== undefined && (
        <p className="fld-e" role="alert" tabIndex={-1} data-wrong>
          <Glyph kind="failed" />
          <span>{nothing}</span>
        </p>
      )}
      {fields.length >= MANY && (
        <SearchInput
          label={t("search")}
          placeholder={t("search")}
          icon={<Search className="ic" size={16} />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {shown.map((field) => (
        <div className="mf-prop" key={field.name}>
          {cleared.includes(field.name) ? (
            <p className="mf-cleared">
              <span className="mf-name">{field.name}</span>
              <span className="fld-h">{t("willClear")}</span>
            </p>
          ) : (
            <FieldControl
              field={field}
              value={inForm(values, field.name)}
              onChange={(value) => onChange({ values: withValue(values, field.name, value), cleared })}
              onLeave={() => told.touch("values", field.name)}
              error={told.at("values", field.name)}
            />
          )}
          <Checkbox
            checked={cleared.includes(field.name)}
            onChange={(event) => clear(field.name, event.target.checked)}
            aria-label={t("clearNamed", { name: field.name })}
          >
            {t("clear")}
          </Checkbox>
        </div>
      ))}
      {gone.map((name) => (
        <div className="mf-prop" key={name}>
          <p className="mf-cleared">
            <span className="mf-name">{name}</span>
            <span className="fld-h">{t("willClearGone")}</span>
          </p>
          <Checkbox checked onChange={() => clear(name, false)} aria-label={t("clearNamed", { name })}>
            {t("clear")}
          </Checkbox>
        </div>
      ))}
      {left.length > 0 && <p className="fld-h">{t("unkeepable", { names: left.join(", ") })}</p>}
    </>
  );
}
