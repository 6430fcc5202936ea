// A letter that an employee could send, begun from what customers meet most: what is wrong, why it should change, a solution.
// It names nobody, and says of the words only that they were said.
import { counted } from '../../web/kit/words.ts';
import type { FirstFix, Overview } from '../overview/overview.shape.ts';

export interface Letter {
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
  readonly aboutMark?: string;
}

/** @param often e.g. `About 1 time in 3` @param costs e.g. `about $33,500 a month`, where it was counted */
export function beginLetter(told: Overview, often: string, costs: string | null): Letter | null {
  const { speaksOf, organisation } = told;
  if (!speaksOf) return null;
  const { standard, title, says, failing, example, met, failed } = speaksOf;
  const fix = fixOf(told, standard);
  const quote = example?.quote;
  const heard = quote
    ? ` One of them ${quote.speaker === 'customer' ? 'said' : 'heard'}: “${(quote.before + quote.words + quote.after).trim()}”`
    : '';
  return {
    wrong: `${failing ? `${often}, ${failing}` : `${often} we miss this: ${title}`} (${counted(failed)} of ${counted(met + failed)} times).${heard}`,
    why: `Our own standard says: ${says}${costs ? ` Failing costs us ${costs}, all standards together.` : ''}${fix ? ` What the record shows: ${lowered(fix.sentence)}` : ''}`,
    solution: fix
      ? `${fix.fix.replace(/[:.]?\s*"[^"]*"\s*$/, '')}: “${title}”. Then look again in eight weeks whether fewer ${organisation.customer}s meet it.`
      : `Find out together what stands in the way of “${title}”, and write down who changes it by when.`,
    ...(example ? { aboutMark: example.mark } : {}),
  };
}

function fixOf({ fixes }: Overview, standard: string): FirstFix | undefined {
  return fixes.find((one) => one.standard === standard);
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
