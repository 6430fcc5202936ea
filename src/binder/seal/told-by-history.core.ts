// What the history says that rows are checked against: which sealing lines there are, and whether a line tells that a row was written.
// A row that nobody wrote, but that was slipped in, is given away by it, also after the next seal took it for one of the others.
import type { LedgerLine } from '../../kernel/ledger-line.ts';

export interface SealingLine {
  readonly root: string;
  readonly rows: number;
}

/** What is kept of the history while rows are checked. */
export interface Told {
  /** The number of the last line written at each moment. */
  readonly lastAt: ReadonlyMap<string, number>;
  readonly seals: ReadonlyMap<number, SealingLine>;
  /** Sealing lines after which nothing waited any more, in their order. */
  readonly wholes: readonly number[];
  /** Lines that explain why rows are gone or say something else. */
  readonly lines: readonly LedgerLine[];
  /** How many lines tell of each letter; of one that was brought with what became of it, any number. */
  readonly letters: ReadonlyMap<string, number>;
}

/** Of a row that is checked. */
export interface Checked {
  readonly key: string;
  readonly moment: string | null;
  readonly cells: unknown;
}

/** The last line before another (null: at all) that sealed all there was; 0 where there is none. */
export function wholeBefore({ wholes }: Told, seq: number | null): number {
  if (seq === null) return wholes.at(-1) ?? 0;
  // Asked for every row: halved until it is found.
  let from = 0;
  let to = wholes.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (wholes[middle]! < seq) from = middle + 1;
    else to = middle;
  }
  return wholes[from - 1] ?? 0;
}

/**
 * Whether the history tells that a row was written since everything before it was sealed. What the first seals of all found is taken
 * as it was.
 * @param sealedBy the line that sealed it first; null where none did
 */
export function isTold(told: Told, kind: string, row: Checked, sealedBy: number | null): boolean {
  const before = wholeBefore(told, sealedBy);
  if (before === 0) return true;
  if (kind === 'letters') return told.letters.has(row.key);
  if (kind === 'letter-citations' || kind === 'letter-events') return told.letters.has(letterOf(row.key));
  const moment = row.moment ?? saidAt(row.cells);
  return moment === null || (told.lastAt.get(moment) ?? 0) > before;
}

/** The letter whose citation or event goes by a key. */
export function letterOf(key: string): string {
  return key.slice(0, key.lastIndexOf('~'));
}

function saidAt(cells: unknown): string | null {
  const said = (cells as { readonly said_at?: unknown }).said_at;
  return typeof said === 'string' ? new Date(said).toISOString() : null;
}

/** Letters of which there are more dated rows than lines that tell of them. @param events how many rows each has */
export function untoldEvents(told: Told, events: ReadonlyMap<string, number>): string[] {
  if (told.wholes.length === 0) return [];
  return [...events]
    .filter(([letter, rows]) => rows > (told.letters.get(letter) ?? Infinity))
    .map(([letter]) => letter);
}

/** Adds a line to what is known of letters. */
export function noteLetters(letters: Map<string, number>, { kind, subjects }: LedgerLine): void {
  if (kind === 'letters.recorded') for (const id of subjects) letters.set(id, Infinity);
  else if (kind.startsWith('letter.') && !/\.(joined|left|rule-set)$/.test(kind) && subjects[0] !== undefined)
    letters.set(subjects[0], (letters.get(subjects[0]) ?? 0) + 1);
}
