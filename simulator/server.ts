import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { authenticate } from "./authentication";
import type { Contract, MatchedCall } from "./contract";
import { type ControlParts, control } from "./control/control";
import { type Fault, rewrite } from "./control/faults";
import { invalid, malformed, Refusal, throttled } from "./errors";
import { isObject, type Json, type JsonObject, parseJson, writeJson } from "./json";
import { readMultipart } from "./multipart";
import type { Answer } from "./platform/call";
import { fileTooLarge } from "./platform/file-operations";
import type { SignedRequest } from "./signature";

export interface ServerParts extends ControlParts {
  contract: Contract;
  project: string;
  instance: string;
  /** Real time in milliseconds. */
  wall: () => number;
}

/** IoTDA reference: a signed body has at most 12 MB. */
const MAX_BODY = 12 * 1024 * 1024;
const LOOPBACK = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];

const IDENTITY_OPERATIONS: Record<string, string> = {
  "/v3/auth/tokens": "KeystoneCreateUserTokenByPassword",
  "/v3/projects": "KeystoneListProjects",
};
/** Longer than clients keep their connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 75_000;

interface Reply extends Answer {
  headers?: Record<string, string>;
  /** Sent as it is instead of the body. */
  raw?: string;
}

interface Exchange {
  id: string;
  request: SignedRequest;
  url: URL;
  operation: string;
  body: Json | undefined;
  violation: string | undefined;
  /** Of the effect, also when its answer was dropped; 0 when there was none. */
  status: number;
  /** Bytes that were sent; of more than MAX_BODY the body is only the beginning. */
  size: number;
}

/** The platform over HTTP. */
export function createPlatformServer(parts: ServerParts): Server {
  let lastSearch = Number.NEGATIVE_INFINITY;

  /** One call under the contract: authentication, JSON, fields, then the operation. */
  function answer(exchange: Exchange, matched: MatchedCall): Answer {
    const { gate, contract, host, wall, search } = parts;
    const { request, url } = exchange;
    authenticate(gate, request, wall(), host.calendar);
    if (matched.params.project_id !== parts.project) {
      throw new Refusal(403, "IOTDA.000021", "The user is not found or has not subscribed to IoTDA in this project.");
    }
    const instance = request.headers["instance-id"];
    if (instance !== undefined && instance !== parts.instance) {
      throw new Refusal(403, "IOTDA.000034", "The operation is not allowed: the instance does not exist.");
    }
    const { operation } = matched;
    if (operation.bodyType === "application/json") {
      contract.checkBody(operation, readJson(exchange));
    }
    const query = contract.readParameters(matched, url.searchParams, request.headers);
    if (operation.id === "SearchDevices" && search.rate > 0) {
      if (wall() - lastSearch < 1000 / search.rate) throw throttled();
      lastSearch = wall();
    }
    const upload = operation.bodyType === "multipart/form-data" ? readUpload(exchange) : undefined;
    const body = upload ?? (isObject(exchange.body) ? exchange.body : {});
    const found = host.call(operation.id, { params: matched.params, query, body });
    if (!found) throw new Refusal(501, "APIGW.0101", `${operation.id} is not simulated.`);
    return found;
  }

  function identity(exchange: Exchange): Reply | undefined {
    const { request, url } = exchange;
    const { iam } = parts.gate;
    const odd = [...url.searchParams.keys()].find((key) => key !== "name" || request.method === "POST");
    if (IDENTITY_OPERATIONS[url.pathname] !== undefined && odd !== undefined) {
      throw new Refusal(400, "IAM.0011", `Unknown query parameter ${odd}.`);
    }
    if (request.method === "POST" && url.pathname === "/v3/auth/tokens") {
      const { token, body } = iam.issue(Buffer.from(request.body).toString(), parts.host.calendar);
      return { status: 201, body, headers: { "X-Subject-Token": token } };
    }
    if (request.method === "GET" && url.pathname === "/v3/projects") {
      authenticate({ ...parts.gate, signing: "any" }, request, parts.wall(), parts.host.calendar);
      return { status: 200, body: iam.projects(url.searchParams.get("name")) };
    }
    return undefined;
  }

  function dispatch(exchange: Exchange, matched: MatchedCall | undefined): Reply {
    if (matched) {
      const found = answer(exchange, matched);
      const fault = parts.contract.answerFault(matched.operation, found.status, found.body);
      if (fault !== undefined) exchange.violation = `the simulator's own answer: ${fault}`;
      return found;
    }
    const found = identity(exchange);
    if (found) return found;
    exchange.violation = "no such path in the contract";
    throw new Refusal(404, "APIGW.0101", "The API does not exist or has not been published.");
  }

  /** What is sent back; undefined when the connection is to be dropped. */
  async function reply(exchange: Exchange): Promise<Reply | undefined> {
    const { request, url } = exchange;
    const matched = parts.contract.match(request.method, url.pathname);
    exchange.operation = matched?.operation.id ?? IDENTITY_OPERATIONS[url.pathname] ?? "unknown";
    const multipart = matched?.operation.bodyType === "multipart/form-data";
    if (matched && !multipart) exchange.body = parseJson(Buffer.from(request.body).toString());
    const faults = parts.faults.strike(exchange.operation);
    const struck = (kind: Fault["kind"]) => faults.find((fault) => fault.kind === kind);
    const slow = struck("delay");
    if (slow) await delay(slow.ms);
    if (struck("drop-before")) return undefined;
    const refusal = struck("refuse");
    if (refusal) {
      const { status, code, message, headers } = refusal;
      return { status, headers, body: { error_code: code, error_msg: message } };
    }
    const result = refusalToReply(exchange, () => dispatch(exchange, matched));
    exchange.status = result.status;
    if (struck("drop-after")) return undefined;
    if (struck("malformed")) return { ...result, raw: '{"batchtasks":[{"task_id"' };
    const patch = struck("rewrite");
    if (!patch) return result;
    const body = rewrite(result.body, patch.body);
    return isObject(body) ? { ...result, body } : result;
  }

  function controlReply(exchange: Exchange, address: string | undefined): Reply {
    if (!LOOPBACK.includes(address ?? "")) {
      return { status: 403, body: { error_code: "APIGW.0101", error_msg: "Only from this machine." } };
    }
    const text = Buffer.from(exchange.request.body).toString();
    return refusalToReply(exchange, () => control(parts, exchange.request.method, exchange.url, text));
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = await readExchange(incoming);
    if (exchange.url.pathname.startsWith("/_sim/")) {
      return send(response, exchange.id, controlReply(exchange, incoming.socket.remoteAddress));
    }
    const result = await reply(exchange);
    const { request, id, operation, violation } = exchange;
    parts.log.add({
      id,
      at: parts.wall(),
      operation,
      method: request.method,
      url: request.url,
      status: result?.status ?? exchange.status,
      code: codeOf(result?.body),
      violation,
      body: exchange.body,
      bodyBytes: request.body.length,
    });
    if (result) send(response, id, result);
    else incoming.socket.destroy();
  }

  return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      const body = { error_code: "IOTDA.000001", error_msg: "Internal server error." };
      if (!response.headersSent) send(response, newId(), { status: 500, body });
    });
  });
}

function refusalToReply(exchange: Exchange, run: () => Reply): Reply {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 400 && /^(IOTDA\.0000|IAM)/.test(error.code)) exchange.violation = error.message;
    return { status: error.status, body: { error_code: error.code, error_msg: error.message } };
  }
}

function readJson({ request, body }: Exchange): Json {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\b/i.test(type)) throw malformed("Content-Type must be application/json.");
  if (body === undefined) throw malformed("The body is not JSON.");
  return body;
}

/** The one file of an upload. The log keeps its name and size, not what is inside. */
function readUpload(exchange: Exchange): JsonObject {
  const { request, size } = exchange;
  if (size > MAX_BODY) throw fileTooLarge();
  const [part, ...others] = readMultipart(request.headers["content-type"] ?? "", request.body);
  if (part?.name !== "file" || part.fileName === undefined || others.length > 0) {
    throw invalid("The body must be one part named file, with a file name.");
  }
  exchange.body = { file_name: part.fileName, bytes: part.bytes.length };
  return { file_name: part.fileName, content: part.bytes.toString("base64") };
}

async function readExchange(incoming: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= MAX_BODY) chunks.push(bytes);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(",") : value;
  }
  const url = incoming.url ?? "/";
  return {
    id: newId(),
    request: { method: incoming.method ?? "GET", url, headers, body: Buffer.concat(chunks) },
    url: new URL(url, "http://simulator"),
    operation: "unknown",
    body: undefined,
    violation: undefined,
    status: 0,
    size,
  };
}

function send(response: ServerResponse, id: string, reply: Reply): void {
  const text = reply.raw ?? (reply.body === undefined ? "" : writeJson(reply.body));
  response.writeHead(reply.status, {
    "X-Request-Id": id,
    ...(text === "" ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
    ...reply.headers,
  });
  response.end(text);
}

function codeOf(body: JsonObject | undefined): string | undefined {
  return typeof body?.error_code === "string" ? body.error_code : undefined;
}

function newId(): string {
  return randomBytes(16).toString("hex");
}
