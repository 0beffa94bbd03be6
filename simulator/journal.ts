import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isObject, type JsonObject, parseJson } from "./json";

/**
 * What happened to the world, one JSON line each. The world is a function of these lines and of the
 * time, so a restart plays them again and everything that was under way has gone on meanwhile.
 */
export class Journal {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** The lines so far; none when there is no file. A line cut short by a crash is dropped for good. */
  read(): JsonObject[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n");
    const rest = lines.pop();
    const entries: JsonObject[] = [];
    for (const line of lines) {
      const entry = parseJson(line);
      if (isObject(entry)) entries.push(entry);
    }
    if (rest !== "" || entries.length < lines.length) this.replace(entries);
    return entries;
  }

  append(entry: JsonObject): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** Puts a whole new file in place of the old one, in one step. */
  replace(entries: JsonObject[]): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""), { mode: 0o600 });
    renameSync(temporary, this.#file);
  }
}
