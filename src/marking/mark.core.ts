// A mark: what one marker says of one standard in one contact, with an id that comes from its content.
import { contentId } from '../kernel/digest.ts';
import type { EncounterMarks, MarkDraft } from '../standards/standard.core.ts';

export interface Mark extends MarkDraft {
  readonly id: string;
  readonly contact: string;
  readonly contactVersion: number;
}

/** The mark of a draft: same contact, same standard version, same marker, same verdict and evidence, same id. */
export function toMark(contact: { id: string; version: number }, draft: MarkDraft): Mark {
  let spans = '';
  for (const { turn, from, to } of draft.evidence) spans += `${spans === '' ? '' : ','}${turn}:${from}-${to}`;
  const searched = draft.searched ? `${draft.searched.fromTurn}-${draft.searched.toTurn}` : '';
  return {
    ...draft,
    id: contentId(
      'm',
      contact.id,
      String(contact.version),
      draft.standard,
      draft.version,
      draft.marker,
      draft.verdict,
      spans,
      searched,
    ),
    contact: contact.id,
    contactVersion: contact.version,
  };
}

/** Everything said of one contact, with the ids its marks are kept under. */
export interface SaidOfContact {
  readonly id: string;
  readonly version: number;
  readonly said: Omit<EncounterMarks, 'marks'>;
  readonly marks: readonly Mark[];
}
