// Which instructions somebody could have followed in a contact: clauses and steps in force that day for their role and site, those
// that stand in the way of the standard first; and those whose word it could have been.
import { inForce, type Day } from '../../kernel/moment.ts';
import type { DocumentKind } from '../../documents/document.core.ts';
import type { Post } from '../../people/people.core.ts';
import { scopeOf } from '../ladder/reading.core.ts';
import type { Records } from '../records.core.ts';

export interface InstructionChoice {
  readonly kind: DocumentKind;
  readonly document: string;
  readonly version: string;
  readonly title: string;
  readonly part: string;
  readonly text: string;
  /** It stands in the way of the standard, as the record says. */
  readonly against: boolean;
}

interface OfContact {
  readonly standard: string;
  readonly day: Day | null;
  readonly role: string | undefined;
  readonly site: string | undefined;
}

/** Parts of what is written that held that day; where the day isn't known, of every version on record. */
export function instructionChoices(
  { policies, procedures }: Pick<Records, 'policies' | 'procedures'>,
  { standard, day, role, site }: OfContact,
): InstructionChoice[] {
  const all = [
    ...policies.map((one) => ({ ...one, kind: 'policy' as const, parts: one.clauses })),
    ...procedures.map((one) => ({ ...one, kind: 'procedure' as const, parts: one.steps })),
  ];
  return all
    .filter((one) => (day === null || inForce(one, day)) && scopeOf(one, role, site) !== 'out')
    .flatMap(({ kind, id: document, version, title, parts }) =>
      parts.map(({ id: part, text, obstructs }) => ({
        kind,
        document,
        version,
        title,
        part,
        text,
        against: obstructs.includes(standard),
      })),
    )
    .toSorted((a, b) => Number(b.against) - Number(a.against) || a.title.localeCompare(b.title));
}

/** Those at the person's site who lead, and whoever supervised them that day: their word is an instruction. */
export function whoInstructs(posts: readonly Post[], person: string, site: string | null, day: Day): string[] {
  const then = posts.filter((post) => inForce(post, day));
  const over = then.filter((post) => post.person === person).flatMap((post) => post.supervisor ?? []);
  const leading = then.filter((post) => post.site === site && /manager|supervisor|owner|lead/i.test(post.role));
  return [...new Set([...over, ...leading.map((post) => post.person)])].filter((one) => one !== person);
}
