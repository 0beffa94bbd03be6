"use client";
import { Plus } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Glyph } from "@/components/ui/glyph";
import { shadowIssues } from "@/lib/task-types/update-device-shadows/issues";
import {
  blankService,
  MAX_SHADOW_BYTES,
  MAX_SHADOW_SERVICES,
  readShadow,
  type Shadow,
  type ShadowService,
  shadowSize,
} from "@/lib/task-types/update-device-shadows/shadow";
import { ModelPending } from "./model-pending";
import type { OwnFieldsProps } from "./own-fields";
import { ProductPicker } from "./product-picker";
import { ShadowServiceForm } from "./shadow-service-form";
import { SizeLine } from "./size-line";
import { useModel } from "./use-model";
import { useFocusFirst, useTold } from "./use-told";

/** What a shadow asks for: whose devices, and for up to five services what becomes desired of them. */
export function ShadowFields({ value, onChange, revealed, focusRef }: OwnFieldsProps<Shadow>) {
  const t = useTranslations("model.shadow");
  const shadow = useMemo(() => readShadow(value), [value]);
  const told = useTold(shadowIssues(shadow), revealed);
  const container = useFocusFirst(focusRef);
  const { productId, services } = shadow;
  const read = useModel(productId);
  const put = (next: readonly ShadowService[]) => onChange({ ...shadow, services: next });
  const change = (at: number, to: Partial<ShadowService>) =>
    put(services.map((service, index) => (index === at ? { ...service, ...to } : service)));
  const chooseProduct = (id: string) => {
    if (id === productId) return;
    // Services of another product are other services; what was written by hand stays.
    onChange({ productId: id, services: services.filter(({ free }) => free) });
  };
  const error = told.at("services");
  const overall = services.length === 0 || services.length > MAX_SHADOW_SERVICES ? error : undefined;
  return (
    <div className="stack" ref={container}>
      <ProductPicker
        type="updateDeviceShadows"
        productId={productId}
        onChoose={({ id }) => chooseProduct(id)}
        error={told.at("productId")}
      />
      {productId !== "" && read.model === null && <ModelPending {...read} />}
      {services.map((service, at) => (
        <ShadowServiceForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a service has no name until one is chosen
          key={at}
          at={at}
          service={service}
          model={read.model}
          used={services.flatMap((other, index) => (index === at ? [] : [other.serviceId]))}
          onChange={(to) => change(at, to)}
          onRemove={() => put(services.filter((_, index) => index !== at))}
          told={told}
        />
      ))}
      <section className="panel">
        <div className="wz-fields">
          {overall !== undefined && (
            <p className="fld-e" role="alert" tabIndex={-1} data-wrong>
              <Glyph kind="failed" />
              <span>{overall}</span>
            </p>
          )}
          <span className="mf-add">
            <Button
              icon={<Plus className="ic" size={16} />}
              blocked={services.length >= MAX_SHADOW_SERVICES ? t("full", { max: MAX_SHADOW_SERVICES }) : null}
              onClick={() => put([...services, { ...blankService, free: productId === "" }])}
            >
              {t(productId === "" ? "addByHand" : "add")}
            </Button>
            <span className="mut sm">{t("count", { count: services.length, max: MAX_SHADOW_SERVICES })}</span>
          </span>
        </div>
        {services.length > 0 && <SizeLine size={shadowSize(shadow)} max={MAX_SHADOW_BYTES} />}
      </section>
    </div>
  );
}
