// One unit of work: a transaction of one organisation, with its clock and its key. Every use case takes it first.
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';

/** The Drizzle handle inside a transaction; the same type on PGlite and PostgreSQL. */
export type Tx = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  /** When this unit of work began; the only clock a use case may read. */
  readonly now: Moment;
  /** The organisation's secret key, for keyed digests. Never logged, never in a reply. */
  readonly key: Uint8Array;
}
