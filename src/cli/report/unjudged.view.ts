// When nothing could be judged: the reason and what to do about it. An all-clear is never said where nobody looked.
import type { ReportSummary } from '../../diagnosis/report.shape.ts';

export interface Unjudged {
  /** `Nothing could be judged: each contact has one turn.` */
  readonly sentence: string;
  /** What to do, plain words; options stand between backticks. */
  readonly remedy: string;
}

/** The reason that nothing was judged, or null where something was, or where nothing was read at all. */
export function unjudged(summary: ReportSummary): Unjudged | null {
  const { contacts, turns, marks, unsureWhy } = summary.counts;
  if (contacts === 0 || marks.failed > 0) return null;
  const oneTurn = turns === contacts;
  if (marks.met > 0 && !oneTurn) return null;
  if (oneTurn) {
    return {
      sentence: 'Nothing could be judged: each contact has one turn, so what the rep said cannot be told apart.',
      remedy:
        'Say which columns hold the contact, the speaker and the words with `--column NAME=FIELD` (once for each), and who serves with `--rep LABEL`. docs/guide/contacts.md shows how.',
    };
  }
  if (unsureWhy.some((one) => one.why === 'language')) {
    return {
      sentence: 'Nothing could be judged: the contacts are in a language that no set of standards speaks yet.',
      remedy:
        'Bring a set of standards in that language (docs/guide/packs.md). Where the language was taken wrongly, say which column holds it with `--column NAME=language` (docs/guide/contacts.md).',
    };
  }
  return {
    sentence: 'Nothing could be judged: no words of the rep were found that a standard applies to.',
    remedy:
      'Say who serves with `--rep LABEL`, as the file names them, and which columns hold the speaker and the words with `--column NAME=FIELD`. docs/guide/contacts.md shows how.',
  };
}
