// What the people of a planned organisation wrote about its rules, as files of the record.
import { csv, joined, type Row } from '../csv-rows.core.ts';
import type { Planned } from '../planned-organisation.core.ts';
import type { PlannedFile } from '../record-files.ts';
import { planVoices } from './plan-voices.ts';

/** Where they stand below the record's folder, together: an answer is brought beside its letter. */
export const voicesFolder = 'voices';

/** Tables with rows alone. */
export function voiceFiles(planned: Planned): PlannedFile[] {
  const { letters, answers, reasons, notes, acknowledgements } = planVoices(planned);
  const tables: Readonly<Record<string, readonly Row[]>> = {
    'letters.csv': letters.map((one) => ({ ...one, supporters: joined(one.supporters) })),
    'letter-answers.csv': answers.map((one) => ({ ...one })),
    'clause-reasons.csv': reasons.map(({ reasons: { factor, ...said }, ...at }) => ({
      ...at,
      ...said,
      ...(factor ? { factor: factor.answer, factorReason: factor.reason } : {}),
    })),
    'reader-notes.csv': notes.map((one) => ({ ...one })),
    'policy-acknowledgements.csv': acknowledgements.map((one) => ({ ...one })),
  };
  return Object.entries(tables).flatMap(([path, rows]) =>
    rows.length === 0 ? [] : [{ path: `${voicesFolder}/${path}`, text: csv(rows) }],
  );
}
