// A year of letters: one for each event that answered one, and beside them what was refused, taken up in part, written without a name,
// left lying, and what was only a line.
import type { DocumentVersion } from '../../documents/document.core.ts';
import { addDays, inForce, type Day } from '../../kernel/moment.ts';
import type { BroughtAnswer, BroughtLetter } from '../../policies/letters/brought-letter.core.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import { Chance } from '../chance.ts';
import type { Planned, PlannedEvent } from '../planned-organisation.core.ts';
import { plannedStandards } from '../planned-standards.core.ts';
import { againWords, answerWords, letterWords } from './letter-words.core.ts';
import { servingAt } from './serving-at.core.ts';

interface Letters {
  readonly letters: readonly BroughtLetter[];
  readonly answers: readonly BroughtAnswer[];
}

type Plot = (letter: BroughtLetter, who: Answerers, lastDay: Day) => BroughtAnswer[];

interface Answerers {
  readonly manager?: string;
  readonly district?: string;
  readonly owner?: string;
}

/** Days before the last one on which each of the others was written, and how it went on. */
const others: readonly {
  readonly before: number;
  readonly shielded?: true;
  readonly flag?: true;
  readonly plot: Plot;
}[] = [
  { before: 260, plot: (one, who) => [done(one, 9, 'refused', answerWords.refused, who.manager)] },
  {
    before: 190,
    plot: (one, who) => [
      done(one, 8, 'refused', answerWords.refused, who.manager),
      done(one, 12, 'escalated'),
      done(one, 17, 'said', answerWords.said, who.district),
      done(one, 33, 'said', answerWords.counted, one.writer),
      done(one, 36, 'in-part', answerWords.inPart, who.district),
    ],
  },
  {
    before: 120,
    shielded: true,
    plot: (one, who) => [done(one, 15, 'escalated'), done(one, 28, 'refused', answerWords.refused, who.district)],
  },
  { before: 34, plot: (one) => [done(one, 15, 'escalated')] },
  { before: 21, shielded: true, plot: () => [] },
  { before: 6, plot: () => [] },
  { before: 2, flag: true, plot: () => [] },
];

/** Letters that answer planned events, and some about rules that stand in the way. */
export function planLetters(planned: Planned): Letters {
  const chance = new Chance(planned.seed, 'letters written');
  const told = planned.events.flatMap((event) => answered(planned, event, chance));
  const rules = planned.records.policies.filter(
    (one) => inForce(one, planned.lastDay) && one.clauses.some((clause) => clause.obstructs.length > 0),
  );
  const more =
    rules.length === 0
      ? []
      : others.flatMap((one, at) => another(planned, one, rules[at % rules.length]!, at >= rules.length, chance));
  const all = [...told, ...more]
    .toSorted((a, b) => (a.letter.on < b.letter.on ? -1 : 1))
    .map(({ letter, plot, who }, at) => {
      const numbered = { ...letter, id: `letter-${at + 1}` };
      return { letter: numbered, answers: plot(numbered, who, planned.lastDay) };
    });
  return {
    letters: all.map((one) => one.letter),
    answers: all.flatMap((one) => one.answers).filter(({ on }) => on <= planned.lastDay),
  };
}

interface Begun {
  readonly letter: BroughtLetter;
  readonly plot: Plot;
  readonly who: Answerers;
}

/** The letter that an event answered, where it was about a rule or a procedure that is on record. */
function answered(planned: Planned, event: PlannedEvent, chance: Chance): Begun[] {
  const { person, answeredBy, on, standards } = event;
  const answer = planned.events.find((one) => one.id === answeredBy);
  const standard = standards[0];
  if (!answer || person === undefined || standard === undefined) return [];
  const about = answer.kind === 'rule-ends' ? ruleEnded(planned, answer) : written(planned, answer);
  const post = planned.records.posts.find((one) => one.person === person && inForce(one, on));
  if (!about || !post) return [];
  const words = about.kind === 'policy' ? wordsFor(about.policy.clauses[0]!.obstructs[0]!) : unwritten(standard);
  const first = { on, writer: person, site: post.site, about: about.kind, document: about.id, ...words };
  const letter = {
    id: '',
    ...first,
    asked: 'manager' as const,
    supporters: supporters(planned, post.site, person, on, chance),
  };
  const plot: Plot = (one, { district }) => [
    done(one, 15, 'escalated'),
    {
      letter: one.id,
      on: workingDay(addDays(answer.on, -9)),
      act: 'adopted',
      says: about.kind === 'policy' ? answerWords.adopted : answerWords.written,
      ...(district === undefined ? {} : { by: district }),
      ...(about.kind === 'procedure' ? { version: about.version } : {}),
    },
  ];
  return [{ letter, plot, who: answerersAt(planned, post.site, on) }];
}

function ruleEnded({ records }: Planned, { on, standards }: PlannedEvent) {
  const policy = records.policies.find(
    (one) => one.to === on && one.clauses.some((clause) => clause.obstructs.some((id) => standards.includes(id))),
  );
  return policy && { kind: 'policy' as const, id: policy.id, policy };
}

function written({ records }: Planned, { on, sites, standards }: PlannedEvent) {
  const serves = (one: (typeof records.procedures)[number]): boolean =>
    one.steps.some((step) => step.serves.some((id) => standards.includes(id)));
  const found = records.procedures.find((one) => one.from === on && serves(one) && overlaps(one, sites));
  return found && { kind: 'procedure' as const, id: found.id, version: found.version };
}

const overlaps = (one: DocumentVersion, sites: readonly string[]): boolean =>
  one.sites.length === 0 || one.sites.some((site) => sites.includes(site));

function another(
  planned: Planned,
  { before, shielded, flag, plot }: (typeof others)[number],
  policy: PolicyVersion,
  again: boolean,
  chance: Chance,
): Begun[] {
  const on = addDays(planned.lastDay, -before);
  const there = servingAt(planned, policy, on);
  if (there.length === 0 || on < planned.firstDay || on < policy.from) return [];
  const { person, site } = chance.of(there);
  const clause = policy.clauses[0]!;
  const { wrong, ...rest } = again ? againWords(policy.title, clause.text) : wordsFor(clause.obstructs[0]!);
  const letter: BroughtLetter = {
    id: '',
    ...(shielded ? {} : { writer: person }),
    site,
    about: 'policy',
    document: policy.id,
    part: clause.id,
    on,
    asked: 'manager',
    wrong,
    ...(flag ? {} : rest),
    supporters: shielded ? [] : supporters(planned, site, person, on, chance),
  };
  return [{ letter, plot, who: answerersAt(planned, site, on) }];
}

function unwritten(standard: string) {
  const { step } = plannedStandards.find((one) => one.id === standard)!;
  return {
    wrong: 'There is no procedure for this any more, and everybody does it another way.',
    why: `Whoever is new asks whoever sits beside them. Nobody tells them: ${step}`,
    solution: 'Write one with the people who do it every day.',
  };
}

function wordsFor(standard: string) {
  const { rule, step } = plannedStandards.find((one) => one.id === standard)!;
  return letterWords(standard, rule[1], step);
}

/** A few of those who serve anywhere; colleagues at the same site come first. */
function supporters(planned: Planned, site: string, writer: string, on: Day, chance: Chance): string[] {
  const all = servingAt(planned, { sites: [] }, on).filter((post) => post.person !== writer);
  const near = all.filter((post) => post.site === site);
  return [
    ...new Set([...near, ...chance.some(all, Math.min(all.length, chance.whole(1, 5)))].map((post) => post.person)),
  ];
}

function answerersAt({ records }: Planned, site: string, on: Day): Answerers {
  const manager = records.posts.find((post) => post.role === 'manager' && post.site === site && inForce(post, on));
  const owner = records.posts.find((post) => post.role === 'owner' && inForce(post, on))?.person;
  const district = manager?.supervisor;
  return {
    ...(manager === undefined ? {} : { manager: manager.person }),
    ...(district === undefined ? {} : { district }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** The day itself, or the next on which somebody sits at a desk. */
const workingDay = (day: Day): Day => (isWorkingDay(day, []) ? day : workingDay(addDays(day, 1)));

function done(
  letter: BroughtLetter,
  after: number,
  act: BroughtAnswer['act'],
  says?: string,
  by?: string,
): BroughtAnswer {
  return {
    letter: letter.id,
    on: workingDay(addDays(letter.on, after)),
    act,
    ...(says === undefined ? {} : { says }),
    ...(by === undefined ? {} : { by }),
  };
}
