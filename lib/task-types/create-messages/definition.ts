import * as z from "zod/mini";
import type { Json } from "@/lib/json";
import type { TaskTypeDefinition } from "../definition";
import { blankCommon, type CommonInput, commonInput } from "../shared/common-input";
import { downlink } from "../shared/model-downlink";
import { checkedBy } from "../shared/model-issue";
import { messageIssues } from "./issues";
import { blankMessage, contentOf, type Message, messageShape, ttlOf } from "./message";

export type MessageInput = CommonInput & { message: Message };

/** What is the platform's own default is left out. IoTDA reference: DeviceMessageRequest. */
function messageDocument(message: Message): { readonly [key: string]: Json } {
  const content = contentOf(message);
  if (content === null) throw new TypeError("The message is not a JSON object");
  const ttl = ttlOf(message.ttlMinutes);
  const properties = propertiesOf(message);
  return {
    message: content,
    ...(message.name !== "" && { name: message.name }),
    ...(message.payload === "base64" && { encoding: "base64" }),
    ...(message.payload !== "base64" && message.format === "raw" && { payload_format: "raw" }),
    ...(message.topicBy === "suffix" && { topic: message.topic }),
    ...(message.topicBy === "full" && { topic_full_name: message.fullTopic }),
    ...(ttl != null && { ttl }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

const propertiesOf = ({
  correlationData,
  responseTopic,
  userProperties,
}: Message): { readonly [key: string]: Json } => ({
  ...(correlationData !== "" && { correlation_data: correlationData }),
  ...(responseTopic !== "" && { response_topic: responseTopic }),
  ...(userProperties.length > 0 && {
    user_properties: userProperties.map(({ key, value }) => ({ prop_key: key, prop_value: value })),
  }),
});

/** Free text, JSON or bytes to devices that speak MQTT. IoTDA reference: createMessages. */
export const createMessages = {
  ...downlink,
  type: "createMessages",
  input: z.object({ ...commonInput, message: messageShape.check(checkedBy(messageIssues)) }),
  blank: { ...blankCommon, message: blankMessage },
  document: ({ message }) => messageDocument(message),
} as const satisfies TaskTypeDefinition<MessageInput>;
