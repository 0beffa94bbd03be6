import fs from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

const EIO = -29;

/** The part of Emscripten that its types leave out: the calls behind an open file. */
type StreamOps = { fsync?: (stream: { nfd: number }) => number };

const streamOpsOf = (module: object): StreamOps => {
  const { NODEFS } = module as { NODEFS?: { stream_ops?: StreamOps } };
  if (NODEFS?.stream_ops === undefined)
    throw new Error("The embedded database's file system has changed: no fsync hook.");
  return NODEFS.stream_ops;
};

/**
 * PGlite's file system with an fsync that reaches the disk; as shipped it answers "done" without doing anything.
 * `onSync` is told of each one, for the test that counts them.
 */
export class DurableNodeFs extends NodeFS {
  constructor(
    directory: string,
    private readonly onSync: () => void,
  ) {
    super(directory);
  }

  override async init(...[pg, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const made = await super.init(pg, options);
    const hook = (module: object): void => {
      streamOpsOf(module).fsync = ({ nfd }) => this.sync(nfd);
    };
    made.emscriptenOpts.preRun = [hook, ...(made.emscriptenOpts.preRun ?? [])];
    return made;
  }

  private sync(descriptor: number): number {
    try {
      fs.fsyncSync(descriptor);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      // Directories and pipes can not be synced on every system; anything else is a disk that does not hold our data.
      if (code !== "EINVAL" && code !== "EBADF") return EIO;
    }
    this.onSync();
    return 0;
  }
}
