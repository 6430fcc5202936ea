// A failure and its contact as the report shows them: quotes cut from the stored text, ids only where asked for.
import { isDayOnly, type Contact } from '../../contacts/contact.core.ts';
import type { Mark } from '../../marking/mark.core.ts';
import type { Evidence } from '../../standards/standard.core.ts';
import type { Finding } from '../finding.core.ts';

/** Evidence with the words it stands for. */
export function quoted(contact: Pick<Contact, 'turns'>, evidence: readonly Evidence[]) {
  return evidence.map((one) => ({ ...one, quote: (contact.turns[one.turn]?.text ?? '').slice(one.from, one.to) }));
}

/** A mark and its contact, by their ids. */
interface ShownMark {
  readonly mark: string;
  readonly contact: string;
}

/** The worst marks in their order, `most` at most, with room made at the end for every example that isn't among them. */
export function marksToShow(
  worst: readonly ShownMark[],
  examples: readonly ShownMark[],
  most: number,
): readonly ShownMark[] {
  const wanted = new Set(examples.map((one) => one.mark));
  let room = most - wanted.size;
  const kept = worst.filter((one) => wanted.has(one.mark) || room-- > 0);
  const shown = new Set(kept.map((one) => one.mark));
  return [...kept, ...examples.filter((one) => !shown.has(one.mark))];
}

/** A failed mark with its finding, as the page and the full folder show it. */
export function shownFailure(mark: Mark, contact: Contact, finding: Finding | undefined) {
  return {
    mark: mark.id,
    contact: mark.contact,
    standard: mark.standard,
    marker: mark.marker,
    confidence: mark.confidence,
    evidence: quoted(contact, mark.evidence),
    ...(mark.searched ? { searched: mark.searched } : {}),
    ...(finding ? { odds: finding.odds, standing: finding.standing } : {}),
    leading: finding ? [...finding.leading] : [],
    rungs: finding ? (structuredClone(finding.rungs) as Mutable<Finding['rungs']>) : [],
  };
}

/** Who reps are, where it was asked for: names by id, or null where it wasn't. */
export type Names = ReadonlyMap<string, string> | null;

export function namesOf(people: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The contact as shown beside it. The rep's name, or id where the record doesn't know it, only where it was asked for. */
export function shownContact(marked: { readonly contact: Contact; readonly kinds: readonly string[] }, names: Names) {
  const { contact } = marked;
  return {
    id: contact.id,
    source: contact.source,
    channel: contact.channel,
    ...(marked.kinds[0] === undefined ? {} : { kind: marked.kinds[0] }),
    ...(contact.siteId === undefined ? {} : { site: contact.siteId }),
    ...(names && contact.personId !== undefined ? { person: names.get(contact.personId) ?? contact.personId } : {}),
    ...(contact.startedAt === undefined ? {} : { day: (contact.startedLocal ?? contact.startedAt).slice(0, 10) }),
    turns: contact.turns.map((turn) => ({
      speaker: turn.speaker,
      text: turn.text,
      ...(turn.start === undefined ? {} : { start: turn.start }),
      ...(turn.end === undefined ? {} : { end: turn.end }),
    })),
    answers: contact.answers.map(({ question, answer }) => ({ question, answer })),
  };
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** A contact as `--json` writes it. */
export function contactLine(
  marked: { readonly contact: Contact; readonly kinds: readonly string[]; readonly reason?: Evidence },
  names: Names,
) {
  const { contact, kinds, reason } = marked;
  const [said] = reason ? quoted(contact, [reason]) : [];
  return {
    id: contact.id,
    version: contact.version,
    source: contact.source,
    channel: contact.channel,
    language: contact.language,
    kinds: [...kinds],
    ...(said ? { reason: said.quote } : {}),
    ...(contact.direction === undefined ? {} : { direction: contact.direction }),
    ...(contact.startedAt === undefined || isDayOnly(contact.startedLocal) ? {} : { startedAt: contact.startedAt }),
    ...(contact.startedLocal === undefined ? {} : { startedLocal: contact.startedLocal }),
    ...(contact.siteId === undefined ? {} : { site: contact.siteId }),
    ...(names && contact.personId !== undefined ? { person: names.get(contact.personId) ?? contact.personId } : {}),
    ...(contact.outcome === undefined ? {} : { outcome: contact.outcome }),
    turns: shownContact(marked, null).turns,
    answers: contact.answers.map(({ question, answer }) => ({ question, answer })),
    notes: [...contact.notes],
  };
}

/** A mark as `--json` and `--csv` write it, with its quotes. */
export function markLine(mark: Mark, contact: Contact) {
  return {
    id: mark.id,
    contact: mark.contact,
    standard: mark.standard,
    version: mark.version,
    verdict: mark.verdict,
    marker: mark.marker,
    confidence: mark.confidence,
    evidence: quoted(contact, mark.evidence),
    searched: mark.searched ?? null,
    ...(mark.why === undefined ? {} : { why: mark.why }),
  };
}

/** A finding as `--json` writes it. */
export function findingLine(finding: Finding) {
  const { id, mark, contact, standard, odds, standing, rungs, leading, gaps } = structuredClone(
    finding,
  ) as Mutable<Finding>;
  return { id, mark, contact, standard, odds, standing, rungs, leading, gaps };
}
