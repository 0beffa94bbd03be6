import type { ModelPara, ModelProperty, ModelService } from "@/lib/fleet/product-model";
import type { WirePara, WireProperty, WireService } from "./wire-model";

export const toService = (wire: WireService): ModelService => ({
  id: wire.service_id,
  type: wire.service_type ?? "",
  description: wire.description ?? "",
  properties: wire.properties.map(toProperty),
  commands: wire.commands.map(({ command_name: name, paras }) => ({
    name,
    paras: paras.map((para) => ({ name: para.para_name, ...toRules(para) })),
  })),
});

const toProperty = (wire: WireProperty): ModelProperty => ({
  name: wire.property_name,
  method: wire.method ?? "",
  default: wire.default_value,
  ...toRules(wire),
});

const toRules = (wire: Omit<WirePara, "para_name">): Omit<ModelPara, "name"> => ({
  type: wire.data_type ?? "",
  required: wire.required ?? false,
  enumList: wire.enum_list,
  min: wire.min === "" ? null : wire.min,
  max: wire.max === "" ? null : wire.max,
  maxLength: wire.max_length,
  step: wire.step,
  unit: wire.unit ?? "",
  description: wire.description ?? "",
});
