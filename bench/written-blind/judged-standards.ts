// What readers say of standards on courteous contacts: of ordinary ones, and of serious acts marked there. They had the contact, what the standard says and when it applies before
// them, and nothing of the cues or of any mark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** `na`: the standard isn't for that contact, or the act doesn't happen in it; `missed` of an act: it does; `open`: two readers could differ. */
export type Answer = 'met' | 'missed' | 'na' | 'open';

export interface JudgedStandard {
  /** `id` of a contact of `contacts.ts`. */
  readonly contact: string;
  readonly standard: string;
  readonly answer: Answer;
}

/** Every judgment, of all contacts. */
export function judgedStandards(): JudgedStandard[] {
  return parse<JudgedStandard>(readFileSync(join(import.meta.dirname, 'judged-standards.csv')), { columns: true });
}

/**
 * @returns of a courteous contact and a serious act that is marked on it, joined by a space, the pairs that readers don't call wrong:
 * whoever serves now makes good what was done before, say
 */
export function actsNotWrong(): ReadonlySet<string> {
  const told = judgedStandards().filter(({ standard }) => standard.startsWith('atrocity.'));
  return new Set(told.filter(({ answer }) => answer !== 'na').map(({ contact, standard }) => `${contact} ${standard}`));
}
