// The register of documents on a terminal: one paragraph a document, what needs somebody first in its words.
import { countOf } from '../kernel/counts.ts';
import type { ListedDocumentOnWire } from '../record/publish/documents.shape.ts';
import { wrapped } from '../kernel/wrap.ts';

const states: Readonly<Record<ListedDocumentOnWire['state'], string>> = {
  'in-force': 'in force',
  suspended: 'not re-justified: suspended pending decision',
  'to-come': 'to come',
  ended: 'ended',
  draft: 'being written',
};

/** @param width columns of the terminal */
export function documentsText(items: readonly ListedDocumentOnWire[], width: number): string {
  if (items.length === 0) return 'No document fits that. Bring a file with: customary documents bring FILE';
  const lines = items.flatMap((one) => {
    const facts = [
      `${states[one.state]}${one.from === null ? '' : ` from ${one.from}`}${one.to === null ? '' : ` until before ${one.to}`}`,
      one.version === null ? null : `version ${one.version}`,
      one.ownerName === null ? 'owned by nobody' : `owner ${one.ownerName}`,
      one.due === null ? null : `review by ${one.due}`,
      one.reading === null || one.reading.waiting === 0
        ? null
        : `${one.reading.waiting} of ${one.reading.readers} have still to read it`,
      one.draft === null || one.state === 'draft' ? null : one.asked ? 'a draft waits for approval' : 'a draft is open',
    ];
    return [
      `${one.kind} ${one.id}: ${one.title}`,
      ...wrapped(facts.filter((fact) => fact !== null).join(', '), width, 2),
    ];
  });
  return [...lines, '', `${countOf(items.length, 'document')}.`].join('\n');
}
