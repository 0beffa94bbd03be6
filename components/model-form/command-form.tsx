"use client";
import { type ReactNode, type Ref, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { Product } from "@/lib/fleet/fleet";
import type { ProductModel } from "@/lib/fleet/product-model";
import { fieldsOf, type ModelField } from "@/lib/product-model/field";
import { type Command, MAX_PARAS_BYTES, parasSize } from "@/lib/task-types/shared/model-command";
import type { DownlinkType } from "@/lib/task-types/shared/model-protocol";
import { ByHand } from "./by-hand";
import { CommandByHand } from "./command-by-hand";
import { CommandPicker } from "./command-picker";
import { FormOrJson } from "./form-or-json";
import { ModelFields } from "./model-fields";
import { ModelPending } from "./model-pending";
import { ProductPicker } from "./product-picker";
import { SizeLine } from "./size-line";
import { useModel } from "./use-model";
import { type Told, useFocusFirst } from "./use-told";

type Props = {
  type: DownlinkType;
  command: Command;
  onChange: (change: Partial<Command>) => void;
  told: Told;
  focusRef: Ref<{ focus: () => void }> | undefined;
  /** What a kind of command asks for beside. */
  children?: ReactNode;
};

/** The fields of the chosen command as the model has them now; null while it is not read, or has no such command. */
function fieldsNow(model: ProductModel | null, { serviceId, commandName }: Command): readonly ModelField[] | null {
  const service = model?.services.find(({ id }) => id === serviceId);
  const command = service?.commands.find(({ name }) => name === commandName);
  return command === undefined ? null : fieldsOf(command.paras);
}

/** A command: whose, which, and with what. */
export function CommandForm({ type, command, onChange, told, focusRef, children }: Props) {
  const t = useTranslations("model.command");
  const container = useFocusFirst(focusRef);
  const read = useModel(command.productId);
  const { free, productId, commandName, fields } = command;
  const known = free ? null : fieldsNow(read.model, command);
  const changed = known !== null && JSON.stringify(known) !== JSON.stringify(fields);

  // A draft remembers the model of the day it was written; the form follows the model of today.
  useEffect(() => {
    if (changed && known !== null) onChange({ fields: known });
  });

  const chooseProduct = ({ id }: Product) => {
    if (id !== productId) onChange({ productId: id, ...(!free && { serviceId: "", commandName: "", fields: [] }) });
  };
  const ready = free || commandName !== "";
  return (
    <div className="stack" ref={container}>
      <ProductPicker type={type} productId={productId} onChoose={chooseProduct} error={told.at("productId")} />
      <Panel title={t("title")} end={<ByHand legend={t("by")} free={free} onChange={(by) => onChange({ free: by })} />}>
        <div className="wz-fields">
          {free && <CommandByHand command={command} onChange={onChange} told={told} />}
          {!free && productId === "" && <p className="mut">{t("productFirst")}</p>}
          {!free && productId !== "" && read.model === null && <ModelPending {...read} />}
          {!free && read.model !== null && (
            <CommandPicker services={read.model.services} command={command} onChange={onChange} told={told} />
          )}
        </div>
      </Panel>
      {ready && (
        <section className="panel">
          <FormOrJson form={command} onChange={onChange} fields={fields} told={told} title={t("values")}>
            {fields.length === 0 ? (
              <p className="mut">{t("noValues")}</p>
            ) : (
              <ModelFields
                fields={fields}
                values={command.values}
                onChange={(values) => onChange({ values })}
                told={told}
              />
            )}
          </FormOrJson>
          <SizeLine size={parasSize(command)} max={MAX_PARAS_BYTES} />
        </section>
      )}
      {children}
    </div>
  );
}
