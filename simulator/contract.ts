import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { invalid, limitOutOfRange, malformed, markerOutOfRange, type Refusal } from "./errors";
import { isObject, type Json, type JsonObject, objectOf, textOf } from "./json";

export type QueryValue = string | number | boolean;

interface Parameter {
  name: string;
  place: string;
  required: boolean;
  schema: JsonObject;
}

export interface Operation {
  id: string;
  method: string;
  path: RegExp;
  names: string[];
  parameters: Parameter[];
  /** Media type of the request body; undefined when the operation takes none. */
  bodyType: string | undefined;
  /** Name of the schema of a JSON body. */
  bodySchema: string | undefined;
  /** Names of the schemas of answers with a JSON body, by HTTP status. */
  answerSchemas: Map<number, string>;
  /** Documented HTTP statuses. */
  statuses: number[];
}

export interface MatchedCall {
  operation: Operation;
  params: Record<string, string>;
}

const DOCUMENT = "contract.json";
const METHODS = ["get", "post", "put", "delete"];

/** The contract of the platform: routes and the checks of everything that crosses them. */
export class Contract {
  readonly operations: Operation[] = [];
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });
  readonly #checks = new Map<string, ValidateFunction>();

  /** Throws when the file cannot be read or is not an OpenAPI document. */
  constructor(file: string | URL) {
    const document: Json = parse(readFileSync(file, "utf8"));
    if (!isObject(document)) throw new Error(`${String(file)} is not an OpenAPI document`);
    closeObjects(objectOf(objectOf(document, "components") ?? {}, "schemas") ?? {});
    this.#ajv.addSchema({ ...document, $id: DOCUMENT });
    const shared = objectOf(objectOf(document, "components") ?? {}, "parameters") ?? {};
    for (const [path, methods] of Object.entries(objectOf(document, "paths") ?? {})) {
      if (!isObject(methods)) continue;
      for (const method of METHODS) {
        const operation = objectOf(methods, method);
        if (operation) this.operations.push(readOperation(path, method, operation, shared));
      }
    }
  }

  /** The operation behind a method and a path, its path parameters not yet checked. */
  match(method: string, path: string): MatchedCall | undefined {
    for (const operation of this.operations) {
      if (operation.method !== method) continue;
      const found = operation.path.exec(path);
      if (!found) continue;
      const params = operation.names.map((name, i) => [name, found[i + 1] ?? ""]);
      return { operation, params: Object.fromEntries(params) };
    }
    return undefined;
  }

  /** Checks path, header and query parameters; defaults are filled in. Throws a Refusal. */
  readParameters(
    { operation, params }: MatchedCall,
    query: URLSearchParams,
    headers: Record<string, string>,
  ): Record<string, QueryValue> {
    const values: Record<string, QueryValue> = {};
    const known = new Set<string>();
    for (const parameter of operation.parameters) {
      known.add(parameter.name);
      const raw = rawValues(parameter, params, query, headers);
      if (raw.length > 1) throw invalid(`${parameter.name} is given more than once.`);
      const value = raw[0] === undefined ? defaultOf(parameter) : coerce(parameter, raw[0]);
      if (value === undefined) {
        if (parameter.required) throw invalid(`${parameter.name} is required.`);
        continue;
      }
      if (!this.#compiled(parameter.schema)(value)) throw refusalOf(parameter);
      if (parameter.place === "query") values[parameter.name] = value;
    }
    for (const name of query.keys()) {
      if (!known.has(name)) throw invalid(`Unknown query parameter ${name}.`);
    }
    return values;
  }

  /** Checks a parsed body. Throws a Refusal. */
  checkBody(operation: Operation, body: Json): void {
    const { bodySchema } = operation;
    const fault = bodySchema === undefined ? undefined : this.fault(bodySchema, body);
    if (fault !== undefined) throw invalid(`${fault}.`);
  }

  /** What is wrong with an answer of ours; undefined when nothing is. */
  answerFault(operation: Operation, status: number, body: JsonObject | undefined): string | undefined {
    const schema = operation.answerSchemas.get(status);
    if (schema === undefined) return operation.statuses.includes(status) ? undefined : `${status} is not documented`;
    return body === undefined ? "the body is missing" : this.fault(schema, body);
  }

  /** What is wrong with a value by a named schema of the contract; undefined when nothing is. */
  fault(schema: string, value: Json): string | undefined {
    const check = this.#compiled({ $ref: `${DOCUMENT}#/components/schemas/${schema}` });
    return check(value) ? undefined : describe(check);
  }

  /** Schemas are compiled when they are first needed. */
  #compiled(schema: JsonObject): ValidateFunction {
    const key = JSON.stringify(schema);
    const check = this.#checks.get(key) ?? this.#ajv.compile(schema);
    this.#checks.set(key, check);
    return check;
  }
}

function readOperation(path: string, method: string, operation: JsonObject, shared: JsonObject): Operation {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const content = objectOf(objectOf(operation, "requestBody") ?? {}, "content") ?? {};
  const bodyType = Object.keys(content)[0];
  const answerSchemas = new Map<number, string>();
  const responses = objectOf(operation, "responses") ?? {};
  for (const [status, answer] of Object.entries(responses)) {
    const schema = isObject(answer) ? schemaName(objectOf(answer, "content") ?? {}) : undefined;
    if (schema !== undefined) answerSchemas.set(Number(status), schema);
  }
  const list = Array.isArray(operation.parameters) ? operation.parameters : [];
  return {
    id: textOf(operation, "operationId") ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path: new RegExp(`^${path.replace(/\{\w+\}/g, "([^/]+)")}$`),
    names,
    parameters: list.filter(isObject).map((item) => readParameter(item, shared)),
    bodyType,
    bodySchema: schemaName(content),
    answerSchemas,
    statuses: Object.keys(responses).map(Number),
  };
}

function readParameter(item: JsonObject, shared: JsonObject): Parameter {
  const reference = textOf(item, "$ref")?.split("/").at(-1);
  const found = reference === undefined ? item : (objectOf(shared, reference) ?? {});
  const schema = objectOf(found, "schema") ?? {};
  return {
    name: textOf(found, "name") ?? "",
    place: textOf(found, "in") ?? "",
    required: found.required === true,
    schema,
  };
}

function schemaName(content: JsonObject): string | undefined {
  const schema = objectOf(objectOf(content, "application/json") ?? {}, "schema");
  return schema && textOf(schema, "$ref")?.split("/").at(-1);
}

/** Unknown fields are violations: every object that lists its properties takes no others. */
function closeObjects(schemas: JsonObject): void {
  for (const schema of Object.values(schemas)) {
    if (isObject(schema) && isObject(schema.properties) && schema.additionalProperties === undefined) {
      schema.additionalProperties = false;
    }
  }
}

function rawValues(
  parameter: Parameter,
  params: Record<string, string>,
  query: URLSearchParams,
  headers: Record<string, string>,
): string[] {
  if (parameter.place === "query") return query.getAll(parameter.name);
  const value = parameter.place === "path" ? params[parameter.name] : headers[parameter.name.toLowerCase()];
  return value === undefined ? [] : [value];
}

function defaultOf(parameter: Parameter): QueryValue | undefined {
  const value = parameter.schema.default;
  return value === null || typeof value === "object" ? undefined : value;
}

function coerce(parameter: Parameter, raw: string): QueryValue {
  if (parameter.schema.type === "integer") {
    if (!/^-?\d{1,9}$/.test(raw)) throw refusalOf(parameter);
    return Number(raw);
  }
  if (parameter.schema.type === "boolean") {
    if (raw !== "true" && raw !== "false") throw refusalOf(parameter);
    return raw === "true";
  }
  return raw;
}

function refusalOf(parameter: Parameter): Refusal {
  if (parameter.name === "limit") return limitOutOfRange();
  if (parameter.name === "marker") return markerOutOfRange();
  if (parameter.place === "path" && parameter.name === "project_id") return malformed("project_id.");
  return invalid(`${parameter.name} is out of range.`);
}

function describe(check: ValidateFunction): string {
  const error = check.errors?.[0];
  if (!error) return "invalid";
  const place = error.instancePath.slice(1).replaceAll("/", ".") || "body";
  const extra: unknown = error.params.additionalProperty;
  return typeof extra === "string"
    ? `${place} has an unknown field ${extra}`
    : `${place} ${error.message ?? "is invalid"}`;
}
