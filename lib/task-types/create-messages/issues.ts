import { unstorable } from "@/lib/product-model/check";
import { textIssue } from "../shared/model-form";
import { type OwnIssue, utf8Size } from "../shared/model-issue";
import {
  contentOf,
  decodedSize,
  MAX_CORRELATION,
  MAX_MESSAGE_BYTES,
  MAX_MESSAGE_NAME,
  MAX_RESPONSE_TOPIC,
  MAX_TOPIC_BYTES,
  MAX_TTL_MINUTES,
  MAX_USER_PROPERTIES,
  MAX_USER_PROPERTY,
  type Message,
  messageSize,
  ttlOf,
} from "./message";

/** IoTDA reference: DeviceMessageRequest, PropertiesDTO, UserPropDTO. */
const NAME = new RegExp(`^[\\u4e00-\\u9fa5A-Za-z0-9_?'#().,&%@!-]{0,${MAX_MESSAGE_NAME}}$`);
const CORRELATION = new RegExp(`^[A-Za-z0-9_-]{0,${MAX_CORRELATION}}$`);
const PROPERTY_KEY = new RegExp(`^[A-Za-z0-9_-]{1,${MAX_USER_PROPERTY}}$`);
const PROPERTY_VALUE = new RegExp(`^[\\u4e00-\\u9fa5A-Za-z0-9 _?'#().,&%@!-]{0,${MAX_USER_PROPERTY}}$`);
const RESPONSE_TOPIC = new RegExp(`^[A-Za-z0-9_?=$#+/-]{0,${MAX_RESPONSE_TOPIC}}$`);

/** Everything that keeps a message from being sent. */
export const messageIssues = (message: Message): readonly OwnIssue[] => [
  ...contentIssues(message),
  ...topicIssues(message),
  ...(ttlOf(message.ttlMinutes) === undefined
    ? [{ path: ["ttlMinutes"], message: "ttl", values: { max: MAX_TTL_MINUTES } } as const]
    : []),
  ...propertyIssues(message),
];

function contentIssues(message: Message): readonly OwnIssue[] {
  const { payload } = message;
  const content = contentOf(message);
  if (content === null) return [textIssue(message.json)];
  if (content === "") return [{ path: [payload], message: "message-missing" }];
  if (payload === "base64" && decodedSize(message.base64) === null) return [{ path: [payload], message: "base64" }];
  const size = messageSize(message) ?? 0;
  if (size > MAX_MESSAGE_BYTES)
    return [{ path: [payload], message: "message-large", values: { size, max: MAX_MESSAGE_BYTES } }];
  const found = unstorable(content);
  return found === null ? [] : [{ ...found, path: [payload, ...(found.path ?? [])] }];
}

/** The platform does not look at a full topic; what no broker takes is refused here all the same. */
function topicIssues({ topicBy, topic, fullTopic }: Message): readonly OwnIssue[] {
  if (topicBy === "default") return [];
  const [path, text] = topicBy === "suffix" ? (["topic", topic] as const) : (["fullTopic", fullTopic] as const);
  if (text.trim() === "") return [{ path: [path], message: "topic-missing" }];
  if (utf8Size(text) > MAX_TOPIC_BYTES)
    return [{ path: [path], message: "topic-long", values: { max: MAX_TOPIC_BYTES } }];
  if (/[+#]/.test(text)) return [{ path: [path], message: "topic-wildcard" }];
  return unstorable(text) === null ? [] : [{ path: [path], message: "unstorable" }];
}

function propertyIssues({ name, correlationData, responseTopic, userProperties }: Message): readonly OwnIssue[] {
  const issues: OwnIssue[] = [];
  if (!NAME.test(name)) issues.push({ path: ["name"], message: "message-name", values: { max: MAX_MESSAGE_NAME } });
  if (!CORRELATION.test(correlationData))
    issues.push({ path: ["correlationData"], message: "correlation", values: { max: MAX_CORRELATION } });
  if (!RESPONSE_TOPIC.test(responseTopic))
    issues.push({ path: ["responseTopic"], message: "response-topic", values: { max: MAX_RESPONSE_TOPIC } });
  if (userProperties.length > MAX_USER_PROPERTIES)
    issues.push({ path: ["userProperties"], message: "properties-many", values: { max: MAX_USER_PROPERTIES } });
  for (const [index, { key, value }] of userProperties.entries()) {
    const values = { max: MAX_USER_PROPERTY };
    if (!PROPERTY_KEY.test(key))
      issues.push({ path: ["userProperties", index, "key"], message: "property-key", values });
    if (!PROPERTY_VALUE.test(value))
      issues.push({ path: ["userProperties", index, "value"], message: "property-value", values });
  }
  return issues;
}
