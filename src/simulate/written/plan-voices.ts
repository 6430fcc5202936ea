// What the people of a planned organisation wrote about its rules in the year: letters with what became of them, why clauses stand,
// what readers said. The letters that events answered are those that the events tell of; nothing of it moves a contact.
import type { Acknowledgement } from '../../documents/document.core.ts';
import type { BroughtNote } from '../../documents/reading/brought-note.core.ts';
import { addDays, inForce } from '../../kernel/moment.ts';
import type { BroughtAnswer, BroughtLetter } from '../../policies/letters/brought-letter.core.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import type { BroughtReasons } from '../../policies/reasons/brought-reasons.core.ts';
import { Chance } from '../chance.ts';
import type { Planned } from '../planned-organisation.core.ts';
import { planLetters } from './plan-letters.ts';
import { houseReasons, readersInTurn, reasonsInTurn, stepsInTurn } from './reader-words.core.ts';
import { servingAt } from './serving-at.core.ts';

export interface Voices {
  readonly letters: readonly BroughtLetter[];
  readonly answers: readonly BroughtAnswer[];
  readonly reasons: readonly BroughtReasons[];
  readonly notes: readonly BroughtNote[];
  /** Of policies; those of procedures are part of what moves contacts. */
  readonly acknowledgements: readonly Acknowledgement[];
}

/** The same organisation gives the same voices. */
export function planVoices(planned: Planned): Voices {
  return { ...planLetters(planned), reasons: planReasons(planned), ...planReaders(planned) };
}

/** A rule in somebody's way; others are house rules or exempt. */
const inTheWay = (one: PolicyVersion): boolean => one.clauses.some((clause) => clause.obstructs.length > 0);

function planReasons({ records }: Planned): BroughtReasons[] {
  let turn = 0;
  return records.policies.flatMap((policy): BroughtReasons[] => {
    if (policy.class === 'exempt') return [];
    const reasons = inTheWay(policy) ? reasonsInTurn[turn++ % reasonsInTurn.length]! : houseReasons;
    if (reasons === null) return [];
    return policy.clauses.map(({ id }) => ({ policy: policy.id, version: policy.version, clause: id, reasons }));
  });
}

function planReaders(planned: Planned): Pick<Voices, 'notes' | 'acknowledgements'> {
  const { records, seed, lastDay } = planned;
  const chance = new Chance(seed, 'readers');
  const notes: BroughtNote[] = [];
  const acknowledgements: Acknowledgement[] = [];
  let turn = 0;
  const unread = leftUnread(planned);
  for (const policy of records.policies) {
    const document = { kind: 'policy' as const, document: policy.id, version: policy.version };
    for (const { person, from } of servingAt(planned, policy, lastDay)) {
      const on = addDays(policy.from > from ? policy.from : from, chance.whole(1, 20));
      if (on > lastDay || (policy.to !== undefined && on >= policy.to) || chance.is(0.2)) continue;
      const told = inTheWay(policy) && chance.is(0.4) ? readersInTurn[turn++ % readersInTurn.length]! : null;
      const answer = told?.said === 'not-understood' || told?.said === 'disagree' ? told.said : 'understood';
      if (unread.get(person) === policy) continue;
      acknowledgements.push({ ...document, person, on, answer });
      if (told) notes.push({ ...document, person, part: policy.clauses[0]!.id, on, ...told });
    }
  }
  let asked = 0;
  for (const one of records.procedures.filter((version) => version.clarity === 'unclear' || chance.is(0.08))) {
    const [reader] = records.acknowledgements.filter((row) => row.document === one.id && row.version === one.version);
    const step = one.steps[0];
    if (!reader || !step) continue;
    const words = stepsInTurn[asked++ % stepsInTurn.length]!;
    const { person, kind, document, version, on } = reader;
    notes.push({ person, kind, document, version, part: step.id, on, said: 'not-understood', words });
  }
  return { notes, acknowledgements };
}

/** Of the longest-serving reps, the rule that came last and that they have still to read: somebody always has. */
function leftUnread(planned: Planned): Map<string, PolicyVersion> {
  const { records, lastDay } = planned;
  const reps = records.posts
    .filter((one) => one.role === 'rep' && inForce(one, lastDay))
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.person.localeCompare(other.person));
  const longest = new Set(reps.slice(0, Math.ceil(reps.length / 10)).map((one) => one.person));
  const unread = new Map<string, PolicyVersion>();
  const inOrder = records.policies
    .filter((one) => inForce(one, lastDay))
    .toSorted((a, b) => a.from.localeCompare(b.from));
  for (const policy of inOrder)
    for (const { person } of servingAt(planned, policy, lastDay)) if (longest.has(person)) unread.set(person, policy);
  return unread;
}
