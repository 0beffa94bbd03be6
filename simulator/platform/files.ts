import type { Sheet } from "./spreadsheet";

/** A file uploaded for batch tasks. */
export interface BatchFile {
  id: string;
  name: string;
  bytes: number;
  uploadedAt: number;
  /** What is inside, or why it cannot be read. */
  content: { sheets: Sheet[] } | { fault: string };
}

/** IoTDA reference: batch task files live at most 1 hour, and there are at most 10. */
const LIFE_MS = 3_600_000;
export const MAX_FILES = 10;

/** The files that are there; those past their hour are gone. */
export class BatchFiles {
  #files: BatchFile[] = [];

  live(now: number): readonly BatchFile[] {
    this.#files = this.#files.filter((file) => now < file.uploadedAt + LIFE_MS);
    return this.#files;
  }

  find(id: string, now: number): BatchFile | undefined {
    return this.live(now).find((file) => file.id === id);
  }

  add(file: BatchFile): void {
    this.#files.push(file);
  }

  remove(file: BatchFile): void {
    this.#files = this.#files.filter((other) => other !== file);
  }
}
