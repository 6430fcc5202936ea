// Of ordinary standards that are marked as missed or kept on courteous contacts, how many a reader marks so too.
import { figure, share, type Measure } from '../bench.ts';
import { toldOf } from '../verdicts.ts';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { writtenBlind, type Half } from './contacts.ts';
import { judgedStandards, type Answer } from './judged-standards.ts';

type Verdict = 'met' | 'failed';
const right: Record<Verdict, Answer> = { met: 'met', failed: 'missed' };
const called: Record<Verdict, string> = { met: 'kept', failed: 'missed' };

/** @returns for the contacts of one half that have judgments: marks that are right, and in what those are wrong that aren't */
export function standardsMeasures(
  packs: CompiledPacks,
  serious: ReadonlySet<string>,
  half: Half,
  { what, goal, quick }: { readonly what: string; readonly goal: string; readonly quick: boolean },
): Measure[] {
  const ordinary = judgedStandards().filter(({ standard }) => !serious.has(standard));
  const judged = Map.groupBy(ordinary, ({ contact }) => contact);
  const contacts = writtenBlind('courteous', half).filter(({ id }) => judged.has(id));
  const told: Record<Verdict, (Answer | 'unread')[]> = { met: [], failed: [] };
  const kept = { all: 0, heard: 0 };
  for (const { id, encounter } of contacts) {
    const answers = new Map(judged.get(id)!.map(({ standard, answer }) => [standard, answer]));
    const marks = toldOf(packs, encounter);
    for (const { standard, verdict } of marks.values())
      if ((verdict === 'met' || verdict === 'failed') && !serious.has(standard))
        told[verdict].push(answers.get(standard) ?? 'unread');
    for (const [standard, answer] of answers) {
      if (answer !== 'met') continue;
      kept.all++;
      if (marks.get(standard)?.verdict === 'met') kept.heard++;
    }
  }
  return [
    ...(['failed', 'met'] as const).flatMap((verdict) => {
      const all = told[verdict];
      const count = (answer: Answer | 'unread'): number => all.filter((one) => one === answer).length;
      const read = all.length - count('unread') - count('open');
      const name = `${what}: standards marked as ${called[verdict]}`;
      return [
        share(`${name} that are, by readers`, count(right[verdict]), read, goal, quick),
        share(`${name}, and not for that contact`, count('na'), read, '', quick),
        figure(`${name}, and readers could differ`, count('open'), `of ${all.length}`, ''),
        figure(`${name}, and judged by nobody`, count('unread'), `of ${all.length}`, ''),
      ];
    }),
    share(`${what}: standards that readers see kept, marked so`, kept.heard, kept.all, '', quick),
  ];
}
