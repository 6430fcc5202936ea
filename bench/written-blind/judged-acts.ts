// Marks on public contacts that people judged with the contact before them. What is kept names a contact by a digest of its words, so
// that no word of it stands here.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { LabelledContact } from '../labelled-contacts.ts';

/** `yes`: what the standard says happened; `no`: it did not; `open`: two readers could differ. */
export type Judgment = 'yes' | 'no' | 'open';

/** How a contact is named in the judgments. */
export function contactName({ set, turns }: LabelledContact): string {
  const digest = createHash('sha256').update(turns.map(({ speaker, text }) => `${speaker}\t${text}\n`).join(''));
  return `${set}-${digest.digest('hex').slice(0, 16)}`;
}

/** By `contact standard`, what was judged. */
export function judgments(): ReadonlyMap<string, Judgment> {
  const rows = parse<{ contact: string; standard: string; happened: Judgment }>(
    readFileSync(join(import.meta.dirname, 'judged-acts.csv')),
    { columns: true },
  );
  return new Map(rows.map(({ contact, standard, happened }) => [`${contact} ${standard}`, happened]));
}
