/** The PostgreSQL of DATABASE_URL can not be used; the message is one sentence for whoever starts the console. */
export class DatabaseUnreachableError extends Error {
  constructor(why: string) {
    super(`The database of DATABASE_URL cannot be used: ${why}`);
    this.name = "DatabaseUnreachableError";
  }
}

/** By Node's code of a failed connection, or PostgreSQL's of a refused one. The address is never repeated: it may hold a password. */
const WHY: { readonly [code: string]: string } = {
  ECONNREFUSED: "nothing listens at its host and port.",
  ENOTFOUND: "its host name is not known.",
  EAI_AGAIN: "its host name could not be looked up.",
  ETIMEDOUT: "it did not answer in time.",
  EHOSTUNREACH: "its host cannot be reached.",
  ECONNRESET: "it cut the connection.",
  "28P01": "it does not accept the user's password.",
  "28000": "it does not let this user in.",
  "3D000": "it has no database of that name.",
  "42501": "this user may not create tables in it.",
  "53300": "it takes no more connections.",
  "57P03": "it is starting or stopping.",
};

/** The same failure in a sentence, or the failure itself when it is none of a connection. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const why = WHY[code] ?? (/timeout/i.test(error.message) ? WHY.ETIMEDOUT : undefined);
  return why === undefined ? error : new DatabaseUnreachableError(why);
}
