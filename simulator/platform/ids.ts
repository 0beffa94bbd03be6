/** 24-hex ids that grow with time and, within a second, with every call. */
export class Ids {
  #second = 0;
  #counter = 0;
  readonly #middle: string;

  /** @param middle ten hex digits that all ids of this kind share */
  constructor(middle: string) {
    this.#middle = middle;
  }

  next(ms: number): string {
    this.#second = Math.max(this.#second, Math.floor(ms / 1000));
    this.#counter++;
    return hex(this.#second, 8) + this.#middle + hex(this.#counter, 6);
  }
}

export function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}
