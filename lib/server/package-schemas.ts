import { z } from "zod";
import { PACKAGE_TYPES } from "@/lib/fleet/fleet";

/** Longer than any answer may be; what each of them takes is checked by name, so that its field can say so. */
const answer = z.string().max(10_000);

export const newPackage = z.object({
  type: z.enum(PACKAGE_TYPES),
  productId: answer,
  moduleName: answer,
  version: answer,
  sourceVersions: answer,
  description: answer,
  customInfo: answer,
  region: answer,
  bucket: answer,
  key: answer,
  sign: answer,
});

/** IoTDA reference: package_id. */
export const removedPackage = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,36}$/), typed: answer });
