/** Somebody else has the data directory. The message is one sentence for the person who started us. */
export class DatabaseBusyError extends Error {
  constructor(directory: string, owner: { pid: number; host: string } | null) {
    const who = owner === null ? "another program" : `process ${owner.pid} on ${owner.host}`;
    super(`The data in ${directory} is in use by ${who}: stop that one first, or set DATA_DIR to another directory.`);
    this.name = "DatabaseBusyError";
  }
}
