import pino, { type Logger } from "pino";

/** What must never reach a log, wherever in a logged object it stands. */
const HIDDEN = ["authorization", "password", "token", "secret", "output", "sk", "ak", "cookie"];

export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: HIDDEN.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[hidden]" },
  });
