import * as z from "zod/mini";
import type { TaskTypeDefinition } from "../definition";
import { blankCommon, type CommonInput, commonInput } from "../shared/common-input";
import { downlink } from "../shared/model-downlink";
import { checkedBy } from "../shared/model-issue";
import { shadowIssues } from "./issues";
import { blankShadow, type Shadow, shadowDocument, shadowShape } from "./shadow";

export type ShadowInput = CommonInput & { shadow: Shadow };

/** Sets what devices should be like; each takes it over when it can. IoTDA reference: updateDeviceShadows. */
export const updateDeviceShadows = {
  ...downlink,
  type: "updateDeviceShadows",
  undo: { by: "inverse" },
  input: z.object({ ...commonInput, shadow: shadowShape.check(checkedBy(shadowIssues)) }),
  blank: { ...blankCommon, shadow: blankShadow },
  document: ({ shadow }) => {
    const document = shadowDocument(shadow);
    if (document === null) throw new TypeError("What is desired of a service is not a JSON object");
    return document;
  },
} as const satisfies TaskTypeDefinition<ShadowInput>;
