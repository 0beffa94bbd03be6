import type { Contract, QueryValue } from "./contract";
import { changeDevice } from "./control/change-device";
import { seededWorld } from "./fleet/seed";
import type { Journal } from "./journal";
import { isObject, type JsonObject, numberOf, objectOf, textOf } from "./json";
import { READS, WRITES } from "./operations";
import type { Answer, Call } from "./platform/call";
import type { World } from "./platform/world";

export interface HostOptions {
  seed: number;
  devices: number;
  speed: number;
  /** Share of first upgrade attempts that fail by bad luck. */
  failures: number;
  /** Rows that a batch task file may have. */
  fileRows: number;
}

/** Of the fleet that the code makes: a journal of another one cannot be played again. */
const VERSION = 2;

/** Holds the world, its calendar and its journal. Real time comes in as a function. */
export class Host {
  world: World;
  #options: HostOptions;
  /** How far the calendar is ahead of real time, in milliseconds. */
  #ahead = 0;
  readonly #wall: () => number;
  readonly #contract: Contract;
  readonly #journal: Journal | undefined;

  constructor(options: HostOptions, contract: Contract, wall: () => number, journal?: Journal) {
    this.#options = options;
    this.#contract = contract;
    this.#wall = wall;
    this.#journal = journal;
    const entries = journal?.read() ?? [];
    const [header] = entries;
    if (header && header.version === VERSION) {
      this.world = this.#replay(header, entries.slice(1));
      if (this.world.settings.speed !== options.speed) this.#changeSpeed(options.speed);
    } else {
      this.world = this.#fresh();
    }
  }

  /** Milliseconds since 1970 on the platform's calendar: real time plus what tests have told it. */
  get calendar(): number {
    return this.#wall() + this.#ahead;
  }

  get options(): HostOptions {
    return this.#options;
  }

  /** Lets everything happen that is due by now. */
  catchUp(): void {
    this.world.timeline.runTo(this.calendar);
  }

  /** Answers an operation; undefined when it is not simulated. Throws a Refusal. */
  call(operation: string, call: Call): Answer | undefined {
    this.catchUp();
    const read = READS[operation];
    if (read) return read(this.world, call, this.#contract);
    const write = WRITES[operation];
    if (!write) return undefined;
    const answer = write(this.world, call, this.#contract);
    this.#note({ kind: "call", operation, params: call.params, query: call.query, body: call.body });
    return answer;
  }

  /** Moves the calendar on; everything that falls due happens in its order. */
  advance(seconds: number): void {
    this.catchUp();
    this.#note({ kind: "advance", seconds });
    this.#ahead += seconds * 1000;
    this.catchUp();
  }

  changeDevice(id: string, change: JsonObject): void {
    this.catchUp();
    changeDevice(this.world, id, change);
    this.#note({ kind: "device", id, change });
  }

  /** A new fleet, as if just started. */
  reset(options: Partial<HostOptions>): void {
    this.#options = { ...this.#options, ...options };
    this.#ahead = 0;
    this.world = this.#fresh();
  }

  #changeSpeed(speed: number): void {
    this.catchUp();
    this.world.settings.speed = speed;
    this.#note({ kind: "speed", speed });
  }

  #fresh(): World {
    const now = this.calendar;
    const { seed, devices, speed, failures, fileRows } = this.#options;
    this.#journal?.replace([{ version: VERSION, at: now, seed, devices, speed, failures }]);
    return seededWorld({ seed, speed, failures, fileRows, pastSchedule: "refuse" }, devices, now);
  }

  #note(entry: JsonObject): void {
    this.#journal?.append({ at: this.world.now, ...entry });
  }

  #replay(header: JsonObject, entries: JsonObject[]): World {
    const seed = numberOf(header, "seed") ?? this.#options.seed;
    const devices = numberOf(header, "devices") ?? this.#options.devices;
    const speed = numberOf(header, "speed") ?? this.#options.speed;
    const failures = numberOf(header, "failures") ?? this.#options.failures;
    this.#options = { ...this.#options, seed, devices, failures };
    // What was accepted then is accepted again, whatever the options are now.
    const lenient = { pastSchedule: "run", fileRows: Number.POSITIVE_INFINITY } as const;
    const world = seededWorld({ seed, speed, failures, ...lenient }, devices, numberOf(header, "at") ?? 0);
    for (const entry of entries) {
      world.timeline.runTo(numberOf(entry, "at") ?? 0);
      this.#again(world, entry);
    }
    world.settings.pastSchedule = "refuse";
    world.settings.fileRows = this.#options.fileRows;
    return world;
  }

  #again(world: World, entry: JsonObject): void {
    const { kind } = entry;
    if (kind === "advance") this.#ahead += (numberOf(entry, "seconds") ?? 0) * 1000;
    if (kind === "speed") world.settings.speed = numberOf(entry, "speed") ?? world.settings.speed;
    if (kind === "device") changeDevice(world, textOf(entry, "id") ?? "", objectOf(entry, "change") ?? {});
    if (kind !== "call") return;
    const call: Call = {
      params: mapOf(entry.params, (value) => (typeof value === "string" ? value : undefined)),
      query: mapOf<QueryValue>(entry.query, (value) =>
        value === null || typeof value === "object" ? undefined : value,
      ),
      body: objectOf(entry, "body") ?? {},
    };
    WRITES[textOf(entry, "operation") ?? ""]?.(world, call, this.#contract);
  }
}

function mapOf<T>(value: unknown, read: (item: JsonObject[string]) => T | undefined): Record<string, T> {
  const map: Record<string, T> = {};
  for (const [key, item] of Object.entries(isObject(value) ? value : {})) {
    const kept = read(item);
    if (kept !== undefined) map[key] = kept;
  }
  return map;
}
