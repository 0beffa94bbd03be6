import * as z from "zod/mini";
import type { Json } from "@/lib/json";
import { blankForm, formIssues, isJson, type ModelForm, modelForm, objectIn, sizeOf } from "./model-form";
import type { OwnIssue } from "./model-issue";

/** IoTDA reference: DeviceCommandRequest, AsyncDeviceCommandRequest. */
export const MAX_SERVICE_ID = 64;
export const MAX_COMMAND_NAME = 128;
/** Bytes of the parameters. IoTDA reference: AsyncDeviceCommandRequest. Inferred: the same for synchronous commands. */
export const MAX_PARAS_BYTES = 32 * 1024;

/** A command with its parameters. Without a model (`free`) product, service and name may be left out. */
export type Command = ModelForm & { productId: string; serviceId: string; commandName: string };

export const command = {
  productId: z.catch(z.string(), ""),
  serviceId: z.catch(z.string(), ""),
  commandName: z.catch(z.string(), ""),
  ...modelForm,
};

export const blankCommand = { productId: "", serviceId: "", commandName: "", ...blankForm } as const satisfies Command;

/** Bytes that the parameters take; null while they are no JSON object. */
export function parasSize(given: Command): number | null {
  const paras = objectIn(given);
  return paras === null ? null : sizeOf(paras);
}

/** Everything that keeps a command from being sent. */
export function commandIssues(given: Command): readonly OwnIssue[] {
  const issues: OwnIssue[] = [];
  const { free, productId, serviceId, commandName } = given;
  if (!free && productId === "") return [{ path: ["productId"], message: "product-missing" }];
  if (!free && serviceId === "") return [{ path: ["serviceId"], message: "service-missing" }];
  if (!free && commandName === "") return [{ path: ["commandName"], message: "command-missing" }];
  if (serviceId.length > MAX_SERVICE_ID)
    issues.push({ path: ["serviceId"], message: "service-long", values: { max: MAX_SERVICE_ID } });
  if (commandName.length > MAX_COMMAND_NAME)
    issues.push({ path: ["commandName"], message: "command-long", values: { max: MAX_COMMAND_NAME } });
  const size = parasSize(given);
  if (size !== null && size > MAX_PARAS_BYTES)
    issues.push({
      path: [isJson(given) ? "json" : "values"],
      message: "paras-large",
      values: { size, max: MAX_PARAS_BYTES },
    });
  return [...issues, ...formIssues(given)];
}

/** The document of a command. Without a service the platform takes any parameters. IoTDA reference: DeviceCommandRequest. */
export function commandDocument(given: Command): { readonly [key: string]: Json } {
  const paras = objectIn(given);
  // Sending {} instead would be another command.
  if (paras === null) throw new TypeError("The parameters are not a JSON object");
  const { serviceId, commandName } = given;
  return {
    ...(serviceId !== "" && { service_id: serviceId }),
    ...(commandName !== "" && { command_name: commandName }),
    paras,
  };
}
