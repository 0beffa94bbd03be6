import { createHash } from "node:crypto";
import type { DBAdapter, DBAdapterInstance, DBTransactionAdapter, Where } from "better-auth/types";

/** What the table of sessions holds instead of a token. */
export const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");

const isToken = (model: string, clause: Where): boolean => model === "session" && clause.field === "token";

/** Every token that is asked for is hashed first, so a hash read from the database opens nothing. */
const hashedWhere = (model: string, where: readonly Where[]): Where[] =>
  where.map((clause) => {
    if (!isToken(model, clause)) return clause;
    if (typeof clause.value === "string") return { ...clause, value: digest(clause.value) };
    if (Array.isArray(clause.value)) return { ...clause, value: clause.value.map((token) => digest(String(token))) };
    return clause;
  });

const askedToken = (model: string, where: readonly Where[]): string | null => {
  const value = where.find((clause) => isToken(model, clause))?.value;
  return typeof value === "string" ? value : null;
};

/** better-auth compares a row's token with the cookie's, so a row found by its token carries that token, not the hash. */
const withToken = <T>(row: T, token: string | null): T =>
  typeof row === "object" && row !== null && token !== null ? Object.assign(row, { token }) : row;

function hashRows(rows: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...rows,
    create: async (input) => {
      const token: unknown = input.model === "session" ? Reflect.get(input.data, "token") : null;
      if (typeof token !== "string") return rows.create(input);
      return withToken(await rows.create({ ...input, data: { ...input.data, token: digest(token) } }), token);
    },
    findOne: async <T>(input: Parameters<DBTransactionAdapter["findOne"]>[0]) => {
      const row = await rows.findOne<T>({ ...input, where: hashedWhere(input.model, input.where) });
      return withToken(row, askedToken(input.model, input.where));
    },
    findMany: (input) =>
      rows.findMany(input.where ? { ...input, where: hashedWhere(input.model, input.where) } : input),
    update: async <T>(input: Parameters<DBTransactionAdapter["update"]>[0]) => {
      const row = await rows.update<T>({ ...input, where: hashedWhere(input.model, input.where) });
      return withToken(row, askedToken(input.model, input.where));
    },
    updateMany: (input) => rows.updateMany({ ...input, where: hashedWhere(input.model, input.where) }),
    delete: (input) => rows.delete({ ...input, where: hashedWhere(input.model, input.where) }),
    deleteMany: (input) => rows.deleteMany({ ...input, where: hashedWhere(input.model, input.where) }),
  };
}

/** Wraps better-auth's adapter: the table of sessions holds SHA-256 of the tokens, the cookie alone holds the token. */
export const withHashedTokens =
  (inner: DBAdapterInstance): DBAdapterInstance =>
  (options) => {
    const adapter: DBAdapter = inner(options);
    return {
      ...adapter,
      ...hashRows(adapter),
      transaction: (run) => adapter.transaction((rows) => run(hashRows(rows))),
    };
  };
