// Contacts, marks and findings as rows of a table, for spreadsheets.
import { causes } from '../finding.core.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';

export const downloads = ['contacts', 'marks', 'findings'] as const;
export type Download = (typeof downloads)[number];
type Cell = string | number | null;

const place = ['contact', 'day', 'site', 'channel'] as const;
const heads: Readonly<Record<Download, readonly string[]>> = {
  contacts: [...place, 'rep', 'kind', 'outcome', 'seconds', 'met', 'missed', 'unsure', 'reason', 'source'],
  marks: [...place, 'standard', 'title', 'verdict', 'marked by', 'sureness', 'turn', 'quote', 'why unsure'],
  findings: [...place, 'standard', 'standing', 'leading causes', ...causes, 'what was found'],
};

/** The first row of a table. */
export function headsOf(what: Download): readonly string[] {
  return heads[what];
}

/** The rows that a contact gives to a table. */
export function rowsOf(what: Download, contact: OneContact): Cell[][] {
  const { id, day, site, channel, marks } = contact;
  const where: Cell[] = [id, day ?? null, site?.name ?? null, channel];
  if (what === 'contacts') {
    const counted = (verdict: string): number => marks.filter((mark) => mark.verdict === verdict).length;
    const { person, kinds, outcome, durationSeconds, reason, source } = contact;
    return [
      [
        ...where,
        person?.name ?? null,
        kinds[0] ?? null,
        outcome ?? null,
        durationSeconds ?? null,
        counted('met'),
        counted('failed'),
        counted('unsure'),
        reason?.quote ?? null,
        source.file,
      ],
    ];
  }
  if (what === 'marks')
    return marks.map(({ standard, title, verdict, marker, confidence, evidence: [first], why }) => [
      ...where,
      standard,
      title,
      verdict === 'failed' ? 'missed' : verdict,
      marker,
      confidence,
      first?.turn ?? null,
      first?.quote ?? null,
      why ?? null,
    ]);
  return contact.failures.map(({ standard, standing, leading, odds, rungs }) => [
    ...where,
    standard,
    standing,
    leading.join(', '),
    ...causes.map((cause) => odds[cause]),
    rungs
      .filter((rung) => rung.answer === 'yes')
      .map((rung) => rung.sentence)
      .join(' '),
  ]);
}
