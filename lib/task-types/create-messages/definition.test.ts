import { describe, expect, test } from "vitest";
import { commonAnswers, refusedBy } from "../shared/model-for-tests";
import { createMessages } from "./definition";
import {
  decodedSize,
  MAX_CORRELATION,
  MAX_MESSAGE_BYTES,
  MAX_MESSAGE_NAME,
  MAX_RESPONSE_TOPIC,
  MAX_TOPIC_BYTES,
  MAX_TTL_MINUTES,
  MAX_USER_PROPERTIES,
  MAX_USER_PROPERTY,
  messageSize,
  readMessage,
} from "./message";

const message = readMessage({ text: "read the meter" });
const documentOf = (change: object) =>
  createMessages.document({ ...commonAnswers, message: { ...message, ...change } });
const refused = (change: object) => refusedBy(createMessages, { message: { ...message, ...change } });
const properties = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: "v" }));

describe("the document", () => {
  test("a plain text is all that is sent, and no id of the message", () => {
    expect(documentOf({})).toEqual({ message: "read the meter" });
  });

  test("text with everything", () => {
    const change = {
      format: "raw",
      topicBy: "suffix",
      topic: "config",
      fullTopic: "/not/this",
      ttlMinutes: "0",
      name: "读表 1",
      correlationData: "c-1",
      responseTopic: "/answer?x=1",
      userProperties: [{ key: "a", value: "" }],
    };
    expect(documentOf({ ...change, name: "读表_1" })).toEqual({
      message: "read the meter",
      name: "读表_1",
      payload_format: "raw",
      topic: "config",
      ttl: 0,
      properties: {
        correlation_data: "c-1",
        response_topic: "/answer?x=1",
        user_properties: [{ prop_key: "a", prop_value: "" }],
      },
    });
  });

  test("JSON is sent as an object", () => {
    expect(documentOf({ payload: "json", json: '{"level": 5}' })).toEqual({ message: { level: 5 } });
  });

  test("base64 says so and has no format, which the platform takes only without an encoding", () => {
    expect(documentOf({ payload: "base64", base64: "AAEC\r\nAw==\n", format: "raw" })).toEqual({
      message: "AAECAw==",
      encoding: "base64",
    });
  });

  test("of the two topics only the chosen one is sent", () => {
    const both = { topic: "config", fullTopic: "/a/b" };
    expect(documentOf({ ...both, topicBy: "full" })).toEqual({ message: "read the meter", topic_full_name: "/a/b" });
    expect(documentOf(both)).toEqual({ message: "read the meter" });
  });
});

describe("limits, at the limit and one past it", () => {
  const text = (length: number) => "x".repeat(length);
  test.each([
    ["content", { text: text(MAX_MESSAGE_BYTES) }, { text: text(MAX_MESSAGE_BYTES + 1) }, "text: message-large"],
    [
      "content in bytes",
      { text: "水".repeat(5) },
      { text: "水".repeat(Math.ceil(MAX_MESSAGE_BYTES / 3)) },
      "text: message-large",
    ],
    ["no content", { text: "x" }, { text: "" }, "text: message-missing"],
    ["JSON", { payload: "json", json: "{}" }, { payload: "json", json: "[]" }, "json: json-object"],
    ["broken JSON", { payload: "json", json: "{}" }, { payload: "json", json: "{" }, "json: json-end"],
    ["base64", { payload: "base64", base64: "AA==" }, { payload: "base64", base64: "AA=" }, "base64: base64"],
    ["name", { name: text(MAX_MESSAGE_NAME) }, { name: text(MAX_MESSAGE_NAME + 1) }, "name: message-name"],
    ["alphabet of the name", { name: "读表_?'#().,&%@!-" }, { name: "a b" }, "name: message-name"],
    ["ttl", { ttlMinutes: String(MAX_TTL_MINUTES) }, { ttlMinutes: String(MAX_TTL_MINUTES + 5) }, "ttlMinutes: ttl"],
    ["steps of the ttl", { ttlMinutes: "5" }, { ttlMinutes: "6" }, "ttlMinutes: ttl"],
    ["ttl below zero", { ttlMinutes: "0" }, { ttlMinutes: "-5" }, "ttlMinutes: ttl"],
    [
      "topic",
      { topicBy: "suffix", topic: text(MAX_TOPIC_BYTES) },
      { topicBy: "suffix", topic: text(MAX_TOPIC_BYTES + 1) },
      "topic: topic-long",
    ],
    [
      "full topic",
      { topicBy: "full", fullTopic: text(MAX_TOPIC_BYTES) },
      { topicBy: "full", fullTopic: text(MAX_TOPIC_BYTES + 1) },
      "fullTopic: topic-long",
    ],
    ["no topic", { topicBy: "default" }, { topicBy: "full" }, "fullTopic: topic-missing"],
    [
      "wildcards",
      { topicBy: "full", fullTopic: "/a/b" },
      { topicBy: "full", fullTopic: "/a/#" },
      "fullTopic: topic-wildcard",
    ],
    [
      "correlation_data",
      { correlationData: text(MAX_CORRELATION) },
      { correlationData: text(MAX_CORRELATION + 1) },
      "correlationData: correlation",
    ],
    ["its alphabet", { correlationData: "a-B_9" }, { correlationData: "a.b" }, "correlationData: correlation"],
    [
      "response_topic",
      { responseTopic: text(MAX_RESPONSE_TOPIC) },
      { responseTopic: text(MAX_RESPONSE_TOPIC + 1) },
      "responseTopic: response-topic",
    ],
    ["its letters", { responseTopic: "a_-?=$#+/9" }, { responseTopic: "a b" }, "responseTopic: response-topic"],
    [
      "user_properties",
      { userProperties: properties(MAX_USER_PROPERTIES) },
      { userProperties: properties(MAX_USER_PROPERTIES + 1) },
      "userProperties: properties-many",
    ],
    [
      "prop_key",
      { userProperties: [{ key: text(MAX_USER_PROPERTY), value: "" }] },
      { userProperties: [{ key: text(MAX_USER_PROPERTY + 1), value: "" }] },
      "userProperties.0.key: property-key",
    ],
    [
      "prop_value",
      { userProperties: [{ key: "a", value: text(MAX_USER_PROPERTY) }] },
      { userProperties: [{ key: "a", value: text(MAX_USER_PROPERTY + 1) }] },
      "userProperties.0.value: property-value",
    ],
    [
      "no prop_key",
      { userProperties: [] },
      { userProperties: [{ key: "", value: "a" }] },
      "userProperties.0.key: property-key",
    ],
    [
      "alphabet of prop_key",
      { userProperties: [{ key: "a-B_9", value: "" }] },
      { userProperties: [{ key: "水", value: "" }] },
      "userProperties.0.key: property-key",
    ],
    [
      "alphabet of prop_value",
      { userProperties: [{ key: "a", value: "水 _?'#().,&%@!-" }] },
      { userProperties: [{ key: "a", value: "a/b" }] },
      "userProperties.0.value: property-value",
    ],
    ["what can be kept", { text: "😀" }, { text: "\ud83d" }, "text: unstorable"],
  ])("%s", (_, good, bad, issue) => {
    expect(refused(good)).toEqual([]);
    expect(refused(bad)).toEqual([`message.${issue}`]);
  });
});

test("the size is what travels", () => {
  expect(messageSize(readMessage({ text: "水" }))).toBe(3);
  expect(messageSize(readMessage({ payload: "json", json: ' {"a" : 9007199254740993}' }))).toBe(22);
  expect(messageSize(readMessage({ payload: "json", json: "{" }))).toBeNull();
  expect(["", "AA==", "AAA=", "AAAA", "AA AA\n"].map(decodedSize)).toEqual([0, 1, 2, 3, 3]);
  expect(["A", "AA=A", "AAAA=", "AÄ=="].map(decodedSize)).toEqual([null, null, null, null]);
});

test("a draft that holds anything else starts where a new one starts", () => {
  for (const held of [undefined, 7, [], { payload: "xml", text: 1, userProperties: "a" }])
    expect(readMessage(held)).toEqual(createMessages.blank.message);
});
