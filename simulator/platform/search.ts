import { invalid } from "../errors";
import { toExtended } from "../wire-time";
import type { Device } from "./devices";
import type { World } from "./world";

export interface Search {
  /** Field names; empty for all. */
  fields: string[];
  countOnly: boolean;
  matches: (device: Device) => boolean;
  order: "asc" | "desc" | "none";
  offset: number;
  limit: number;
}

type Test = (device: Device) => boolean;

const FIELDS = [
  "app_id",
  "device_id",
  "gateway_id",
  "product_id",
  "device_name",
  "node_id",
  "status",
  "node_type",
  "tag_key",
  "tag_value",
  "sw_version",
  "fw_version",
  "group_id",
  "create_time",
  "marker",
];
const LIKE_FIELDS = ["device_name", "node_id", "tag_key", "tag_value"];
const RANGE_FIELDS = ["create_time", "marker"];
const TAG_FIELDS = ["tag_key", "tag_value"];
const TOKEN = /\s*(?:'([^']*)'|(!=|=|<|>|\(|\)|,|\*)|([A-Za-z_][A-Za-z0-9_]*|\d+))/y;

interface Token {
  kind: "text" | "sign" | "word";
  value: string;
}

/** Reads the SQL subset of SearchDevices. Throws a Refusal on anything outside it. */
export function parseSearch(sql: string, world: World): Search {
  const reader = new Reader(sql, world);
  const search = reader.statement();
  reader.end();
  return search;
}

/** The test of a dynamic group's rule, which is only the where-clause. */
export function compileRule(rule: string, world: World): Test {
  const reader = new Reader(rule, world);
  const test = reader.conditions();
  reader.end();
  return test;
}

class Reader {
  readonly #tokens: Token[] = [];
  readonly #world: World;
  #at = 0;

  constructor(text: string, world: World) {
    this.#world = world;
    TOKEN.lastIndex = 0;
    const trimmed = text.trimEnd();
    while (TOKEN.lastIndex < trimmed.length) {
      const found = TOKEN.exec(trimmed);
      if (!found) throw invalid("sql cannot be read.");
      const [, quoted, sign, word] = found;
      if (quoted !== undefined) this.#tokens.push({ kind: "text", value: quoted });
      else if (sign !== undefined) this.#tokens.push({ kind: "sign", value: sign });
      else this.#tokens.push({ kind: "word", value: word ?? "" });
    }
  }

  statement(): Search {
    this.#need("select");
    const { fields, countOnly } = this.#selection();
    this.#need("from");
    this.#need("device");
    const matches = this.#take("where") ? this.conditions() : () => true;
    let order: Search["order"] = "none";
    if (this.#take("order")) {
      this.#need("by");
      this.#need("marker");
      order = this.#take("desc") ? "desc" : "asc";
      if (order === "asc") this.#take("asc");
    }
    let offset = 0;
    let limit = 10;
    if (this.#take("limit")) {
      limit = this.#number();
      if (this.#take(",")) {
        offset = limit;
        limit = this.#number();
      }
    }
    if (offset > 500 || limit < 1 || limit > 50) throw invalid("sql limit is out of range.");
    return { fields, countOnly, matches, order, offset, limit };
  }

  conditions(): Test {
    const anyOf: Test[][] = [[this.#condition()]];
    let count = 1;
    for (;;) {
      if (this.#take("and")) anyOf.at(-1)?.push(this.#condition());
      else if (this.#take("or")) anyOf.push([this.#condition()]);
      else break;
      if (++count > 5) throw invalid("sql has more than 5 conditions.");
    }
    return (device) => anyOf.some((all) => all.every((test) => test(device)));
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw invalid("sql has something after its end.");
  }

  #selection(): { fields: string[]; countOnly: boolean } {
    if (this.#take("*")) return { fields: [], countOnly: false };
    if (this.#take("count")) {
      for (const sign of ["(", "*", ")"]) this.#need(sign);
      return { fields: [], countOnly: true };
    }
    const fields = [this.#field()];
    while (this.#take(",")) fields.push(this.#field());
    return { fields, countOnly: false };
  }

  #condition(): Test {
    const field = this.#field();
    const values = (device: Device) => valuesOf(device, field, this.#world);
    if (this.#take("like")) return this.#like(field, values);
    const negated = this.#take("not");
    if (negated || this.#peek("in")) {
      this.#need("in");
      if (TAG_FIELDS.includes(field)) throw invalid(`sql: in does not fit ${field}.`);
      const list = this.#list();
      return (device) => values(device).some((value) => list.includes(value)) !== negated;
    }
    const sign = this.#next().value;
    const wanted = this.#text();
    if (sign === "=") return (device) => values(device).includes(wanted);
    if (sign === "!=") return (device) => !values(device).includes(wanted);
    if (!RANGE_FIELDS.includes(field)) throw invalid(`sql: ${sign} does not fit ${field}.`);
    if (sign === "<") return (device) => values(device).some((value) => value < wanted);
    if (sign === ">") return (device) => values(device).some((value) => value > wanted);
    throw invalid(`sql: ${sign} is no operator.`);
  }

  #like(field: string, values: (device: Device) => string[]): Test {
    const pattern = this.#text();
    if (!LIKE_FIELDS.includes(field) || !/^[\u4e00-\u9fa5A-Za-z0-9_-]{4,}%$/.test(pattern)) {
      throw invalid("sql: like takes a prefix of at least 4 characters.");
    }
    const prefix = pattern.slice(0, -1);
    return (device) => values(device).some((value) => value.startsWith(prefix));
  }

  #list(): string[] {
    this.#need("(");
    const list = [this.#text()];
    while (this.#take(",")) list.push(this.#text());
    this.#need(")");
    return list;
  }

  #field(): string {
    const { kind, value } = this.#next();
    if (kind !== "word" || !FIELDS.includes(value)) throw invalid(`sql: ${value} is no field.`);
    return value;
  }

  #text(): string {
    const { kind, value } = this.#next();
    if (kind !== "text" || value === "") throw invalid("sql: a quoted value is expected.");
    return value;
  }

  #number(): number {
    const { value } = this.#next();
    if (!/^\d{1,6}$/.test(value)) throw invalid("sql: a number is expected.");
    return Number(value);
  }

  #peek(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== "text" && token.value.toLowerCase() === word;
  }

  #take(word: string): boolean {
    if (!this.#peek(word)) return false;
    this.#at++;
    return true;
  }

  #need(word: string): void {
    if (!this.#take(word)) throw invalid(`sql: ${word} is expected.`);
  }

  #next(): Token {
    const token = this.#tokens[this.#at++];
    if (!token) throw invalid("sql ends too early.");
    return token;
  }
}

function valuesOf(device: Device, field: string, world: World): string[] {
  switch (field) {
    case "app_id":
      return [device.appId];
    case "device_id":
      return [device.id];
    case "gateway_id":
      return [device.gatewayId];
    case "product_id":
      return [device.productId];
    case "device_name":
      return [device.name];
    case "node_id":
      return [device.nodeId];
    case "status":
      return [device.status];
    case "node_type":
      return [device.nodeType];
    case "tag_key":
      return device.tags.map((tag) => tag.key);
    case "tag_value":
      return device.tags.map((tag) => tag.value);
    case "sw_version":
      return [device.software];
    case "fw_version":
      return [device.firmware];
    case "create_time":
      return [toExtended(device.createdAt)];
    case "marker":
      return [device.record];
    default:
      return world.groups.filter((group) => group.members.has(device.id)).map((group) => group.id);
  }
}
