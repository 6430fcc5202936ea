// What both databases offer underneath: two ways to open a transaction, and nothing outside of one. Only the store opens them.
import type { Tx } from './work.ts';

/** A row as the driver gives it. Types differ between the two databases; cast to text in SQL where that matters. */
export type Row = Readonly<Record<string, unknown>>;

/** A transaction as the owner of the tables: for migrations, backup and tests, never for work. */
export interface Session {
  /** One statement with parameters. */
  query(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** A script of several statements, without parameters. */
  script(text: string): Promise<void>;
}

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `fn` in a transaction, which whatever it throws undoes.
   * @param opening a statement that goes along with its `begin` in one journey; nothing runs where it is refused
   * @param told whether it only reads, as its opening has it, so that nobody need wait for its end
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>, opening: string, told?: { readonly readsOnly: boolean }): Promise<T>;
  asOwner<T>(fn: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
