import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { tables } from "./schema/tables";

type Tables = typeof tables;

/** One type for the embedded database and for a PostgreSQL server. Inside a transaction use its own handle only. */
export type Database = PgDatabase<PgQueryResultHKT, Tables, ExtractTablesWithRelations<Tables>>;

/** The handle that `transaction` hands in; the embedded database deadlocks when the outer one is used meanwhile. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A handle for questions that run alone or inside somebody's transaction. */
export type Handle = Database | Transaction;

/** An open database. `embedded`: this process is the only one that has it. `close` may be called twice. */
export type OpenDatabase = { database: Database; embedded: boolean; close(): Promise<void> };
