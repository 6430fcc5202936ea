// What readers say of ordinary standards on courteous contacts. They had the contact, what the standard says and when it applies before
// them, and nothing of the cues or of any mark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** `na`: the standard isn't for that contact; `open`: two readers could differ. */
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
