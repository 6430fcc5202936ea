// What may be chosen as the instruction that was followed, and the one that was chosen, checked against the record of that day.
import { Fault } from '../../kernel/fault.ts';
import { inForce, isDay, type Day } from '../../kernel/moment.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames } from '../../people/names-of.use.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { readProcedures } from '../../procedures/procedures.use.ts';
import type { Instruction } from '../../review/disputes/dispute.core.ts';
import { disputeOfMark } from '../../review/disputes/disputes.use.ts';
import type { OwnMark } from '../../review/disputes/open-dispute.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { instructionChoices, whoInstructs } from './instructions.core.ts';

/** As a form names it. */
type AskedInstruction = { readonly [Name in keyof Instruction]: Instruction[Name] | undefined };

/** What a form needs to know to dispute a mark. @param work of the program itself @param mark of a contact of whoever asks */
export async function disputeForm(work: Work, mark: OwnMark) {
  const standard = (await standardsInUse(work)).find((one) => one.id === mark.standard);
  const { choices, people } = await chosenFrom(work, mark);
  return {
    mark: mark.mark,
    contact: mark.contact,
    day: mark.day,
    standard: { id: mark.standard, title: standard ? titleOf(standard) : mark.standard },
    disputable: mark.verdict === 'failed',
    instructions: choices.slice(0, mostChoices),
    people,
    dispute: await disputeOfMark(work, mark),
  };
}

const mostChoices = 400;

/**
 * The instruction as it is kept: of a document, the version that held that day.
 * @param work of the program itself @throws Fault `dispute-instruction`
 */
export async function instructionOf(
  work: Work,
  mark: OwnMark,
  asked: AskedInstruction | undefined,
): Promise<Instruction> {
  if (!asked) throw unclear('/instruction', 'expected a clause, a step, or somebody’s word');
  const { choices, people } = await chosenFrom(work, mark);
  if (asked.kind === 'word') return wordOf(asked, mark.day, people, work.now.slice(0, 10));
  const found = choices.find(
    (one) => one.kind === asked.kind && one.document === asked.document && one.part === asked.part,
  );
  if (!found)
    throw unclear('/instruction/part', `expected a part of a ${asked.kind} that held on the day of the contact`);
  const { kind, document, version, part } = found;
  return { kind, document, version, part, ...(mark.day === null ? {} : { on: mark.day }) };
}

function wordOf(
  { saidBy, on }: AskedInstruction,
  day: Day | null,
  people: readonly { readonly id: string }[],
  today: Day,
): Instruction {
  if (on === undefined || !isDay(on) || on > (day ?? today))
    throw unclear('/instruction/on', 'expected the day on which it was said, at the latest that of the contact');
  if (saidBy !== undefined && !people.some((one) => one.id === saidBy))
    throw unclear('/instruction/saidBy', 'expected one of those who could have said it, or nothing');
  return { kind: 'word', on, ...(saidBy === undefined ? {} : { saidBy }) };
}

async function chosenFrom(work: Work, { standard, day, person, site }: OwnMark) {
  const posts = (await readSourcedPosts(work)).map(({ row }) => row);
  const then = day ?? work.now.slice(0, 10);
  const own = posts.filter((post) => post.person === person && inForce(post, then));
  const role = (own.find((post) => post.site === site) ?? own[0])?.role;
  const choices = instructionChoices(
    { policies: await readPolicies(work), procedures: await readProcedures(work) },
    { standard, day, role, site: site ?? undefined },
  );
  const ids = whoInstructs(posts, person, site, then);
  const names = await personNames(work, ids);
  const people = ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  return { choices, people };
}

function unclear(pointer: string, detail: string): Fault {
  return new Fault(
    'dispute-instruction',
    'malformed',
    'Say which instruction you followed: a clause, a step, or who said it when.',
    [{ pointer, detail }],
  );
}
