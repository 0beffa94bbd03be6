import { expect, test } from "vitest";
import { MAX_PARAS_BYTES } from "../shared/model-command";
import { commonAnswers, jsonOfSize, refusedBy } from "../shared/model-for-tests";
import { createAsyncCommands, MAX_EXPIRE_SECONDS, readAsyncCommand } from "./definition";

const command = readAsyncCommand({ free: true, serviceId: "water", commandName: "ON_OFF", json: '{"value":"ON"}' });
const documentOf = (change: object) =>
  createAsyncCommands.document({ ...commonAnswers, command: { ...command, ...change } });
const refused = (change: object) => refusedBy(createAsyncCommands, { command: { ...command, ...change } });

test("the documented example", () => {
  expect(documentOf({ sendStrategy: "immediately" })).toEqual({
    service_id: "water",
    command_name: "ON_OFF",
    paras: { value: "ON" },
    send_strategy: "immediately",
  });
});

test("the time that a command waits is sent only where it waits, and only when it was given", () => {
  expect(documentOf({ expireSeconds: "3600" })).toMatchObject({ send_strategy: "delay", expire_time: 3600 });
  expect(documentOf({ expireSeconds: "0" })).toMatchObject({ expire_time: 0 });
  expect(documentOf({ expireSeconds: " " })).not.toHaveProperty("expire_time");
  expect(documentOf({ expireSeconds: "3600", sendStrategy: "immediately" })).not.toHaveProperty("expire_time");
});

test.each([
  [
    "expire_time",
    { expireSeconds: String(MAX_EXPIRE_SECONDS) },
    { expireSeconds: String(MAX_EXPIRE_SECONDS + 1) },
    "command.expireSeconds: expire",
  ],
  ["seconds are whole", { expireSeconds: "60" }, { expireSeconds: "60.5" }, "command.expireSeconds: expire"],
  ["seconds are not below zero", { expireSeconds: "0" }, { expireSeconds: "-1" }, "command.expireSeconds: expire"],
  ["no text", { expireSeconds: "" }, { expireSeconds: "soon" }, "command.expireSeconds: expire"],
  [
    "paras",
    { json: jsonOfSize(MAX_PARAS_BYTES) },
    { json: jsonOfSize(MAX_PARAS_BYTES + 1) },
    "command.json: paras-large",
  ],
])("%s, at the limit and one past it", (_, good, bad, issue) => {
  expect(refused(good)).toEqual([]);
  expect(refused(bad)).toEqual([issue]);
});

test("a time that does not count is not looked at", () => {
  expect(refused({ sendStrategy: "immediately", expireSeconds: "soon" })).toEqual([]);
});

test("a draft that holds anything else starts where a new one starts", () => {
  expect(readAsyncCommand({ sendStrategy: "later", expireSeconds: 5 })).toEqual(createAsyncCommands.blank.command);
});
