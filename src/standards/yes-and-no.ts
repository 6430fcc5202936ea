// What a yes and a no to a question on a form come to, by the same cues as marks are made.
import { noWords } from './engine/compile-packs.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import type { Channel } from './encounter.core.ts';
import { compiledKept } from './kept-compiled.ts';
import { only } from './kept-standards.ts';
import { present } from '../kernel/present.ts';
import type { Condition, Pack } from './pack.core.ts';
import type { Verdict } from './standard.core.ts';

export interface YesAndNo {
  readonly yes?: Verdict;
  readonly no?: Verdict;
}

/**
 * Reads questions for some standards, which are made ready once.
 * @returns of a question, by standard, what each answer comes to; absent where an answer says nothing of the standard
 */
export function yesAndNo(
  packs: readonly Pack[],
  channel: Channel,
  standards: readonly string[],
): (question: string, language?: string) => ReadonlyMap<string, YesAndNo> {
  const compiled = compiledKept([...only(packs.map(ofForm), standards)], noWords);
  const marks = (question: string, language: string, answer: 'yes' | 'no') =>
    markEncounter(compiled, {
      channel,
      language,
      timing: 'none',
      turns: [],
      answers: [{ question, answer }],
      repCertainty: 1,
    }).marks;
  return (question, language = packs[0]?.language ?? 'en') => {
    const found = new Map<string, YesAndNo>();
    for (const answer of ['yes', 'no'] as const)
      for (const { standard, verdict } of marks(question, language, answer))
        found.set(standard, { ...found.get(standard), [answer]: verdict });
    return found;
  };
}

/**
 * A pack that reads forms alone: of several sources of one truth those that a form has. Where nobody speaks, what would be heard
 * decides nothing, and its cues are most of what makes a pack slow to get ready.
 */
function ofForm(pack: Pack): Pack {
  return {
    ...pack,
    standards: pack.standards.map((one) => ({
      ...one,
      ...present({
        appliesWhen: one.appliesWhen && askedOnly(one.appliesWhen),
        metWhen: one.metWhen && askedOnly(one.metWhen),
        doneWhen: one.doneWhen && askedOnly(one.doneWhen),
      }),
    })),
  };
}

function askedOnly(condition: Condition): Condition {
  const { core } = condition;
  if (core.kind !== 'any' && core.kind !== 'first-known') return condition;
  const asked = core.of.filter(asksForm).map(askedOnly);
  return asked.length === 0 ? condition : { ...condition, core: { ...core, of: asked } };
}

function asksForm({ core }: Condition): boolean {
  return core.kind === 'answered' || ('of' in core && core.of.some(asksForm));
}
