import * as z from "zod/mini";
import { type Json, writeJson } from "@/lib/json";
import { readObject } from "@/lib/product-model/read-object";
import { utf8Size } from "../shared/model-issue";

/** Bytes of one message. IoTDA user guide: Message Delivery, constraints. */
export const MAX_MESSAGE_BYTES = 256 * 1024;
/** IoTDA reference: DeviceMessageRequest. */
export const MAX_MESSAGE_NAME = 128;
export const MAX_CORRELATION = 128;
export const MAX_RESPONSE_TOPIC = 128;
export const MAX_USER_PROPERTIES = 20;
export const MAX_USER_PROPERTY = 128;
/** Minutes that a message waits for its device, in steps of five. */
export const MAX_TTL_MINUTES = 1_440;
export const TTL_STEP = 5;
/** Bytes. IoTDA user guide: Message Delivery, constraints. */
export const MAX_TOPIC_BYTES = 128;

export type UserProperty = { key: string; value: string };

/**
 * A message as it is written. One way of giving its content and one topic are chosen; what was entered of the others
 * stays. Numbers are what was typed. The message's own id is left to the platform: it has to differ for every device.
 */
export type Message = {
  productId: string;
  payload: "text" | "json" | "base64";
  text: string;
  json: string;
  base64: string;
  format: "standard" | "raw";
  topicBy: "default" | "suffix" | "full";
  topic: string;
  fullTopic: string;
  ttlMinutes: string;
  name: string;
  correlationData: string;
  responseTopic: string;
  userProperties: readonly UserProperty[];
};

export const blankMessage = {
  productId: "",
  payload: "text",
  text: "",
  json: "",
  base64: "",
  format: "standard",
  topicBy: "default",
  topic: "",
  fullTopic: "",
  ttlMinutes: "",
  name: "",
  correlationData: "",
  responseTopic: "",
  userProperties: [],
} as const satisfies Message;

const text = z.catch(z.string(), "");

export const messageShape: z.ZodMiniType<Message> = z.object({
  productId: text,
  payload: z.catch(z.enum(["text", "json", "base64"]), "text"),
  text,
  json: text,
  base64: text,
  format: z.catch(z.enum(["standard", "raw"]), "standard"),
  topicBy: z.catch(z.enum(["default", "suffix", "full"]), "default"),
  topic: text,
  fullTopic: text,
  ttlMinutes: text,
  name: text,
  correlationData: text,
  responseTopic: text,
  userProperties: z.catch(z.array(z.object({ key: text, value: text })), []),
});

/** A message as a draft holds it, whatever the draft holds. */
export const readMessage = (held: unknown): Message => z.catch(messageShape, blankMessage).parse(held);

/** What is sent as the message itself; null while the JSON is no object. */
export function contentOf({ payload, text: words, json, base64 }: Message): Json {
  if (payload === "json") return readObject(json);
  return payload === "text" ? words : bare(base64);
}

/** Base64 without the line breaks that tools put into it. */
const bare = (base64: string): string => base64.replace(/\s/g, "");

/** Bytes of the content as it travels; null while the JSON is no object. */
export function messageSize(message: Message): number | null {
  const content = contentOf(message);
  if (content === null) return null;
  return utf8Size(typeof content === "string" ? content : writeJson(content));
}

/** Bytes that a device gets from base64; null when it is none. */
export function decodedSize(base64: string): number | null {
  const text = bare(base64);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  return (text.length / 4) * 3 - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
}

/** The minutes that were typed; null when none, undefined when they can not be sent. */
export function ttlOf(typed: string): number | null | undefined {
  const digits = typed.trim();
  if (digits === "") return null;
  const minutes = /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN;
  return minutes <= MAX_TTL_MINUTES && minutes % TTL_STEP === 0 ? minutes : undefined;
}
