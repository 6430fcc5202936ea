// How people type in a chat: in haste, some with short forms, and each with their own share of slips.
import { Chance, seedOf } from './chance.core.ts';
import type { Line, Stage } from './stage.core.ts';

/** The line as this person types it. Who serves types with care. */
export function mistyped(stage: Stage, line: Line, text: string): string {
  if (line.speaker === 'rep') return slips(stage, text, 0.004);
  const who = new Chance(seedOf(stage.contact.customer));
  const careless = who.unit();
  let typed = careless > 0.5 ? short(stage, text, careless) : text;
  if (who.coin(0.45)) typed = typed.replaceAll(/(?:^|[.?!] )[A-Z](?!\d)/g, (start) => start.toLowerCase());
  if (who.coin(0.35)) typed = typed.replaceAll(/'(?=\w)/g, '');
  if (who.coin(0.4)) typed = typed.replace(/\.$/, '');
  return slips(stage, typed, careless * 0.05);
}

function short(stage: Stage, text: string, careless: number): string {
  let typed = text;
  for (const pair of stage.wording.lists.get('speech')?.get('short') ?? []) {
    const [from, to] = pair.split('=>') as [string, string];
    if (stage.chance.coin(careless * 0.6)) typed = typed.replaceAll(new RegExp(`\\b${from}\\b`, 'gi'), to);
  }
  return typed;
}

// A letter left out, doubled or swapped with its neighbour, in words of five letters and more; never in numbers and names.
function slips(stage: Stage, text: string, share: number): string {
  return text.replaceAll(/(?<![\w@.-])[a-z]{5,}(?![\w@])/g, (word) => {
    if (!stage.chance.coin(share)) return word;
    const at = 1 + stage.chance.below(word.length - 2);
    const how = stage.chance.below(3);
    if (how === 0) return word.slice(0, at) + word.slice(at + 1);
    if (how === 1) return word.slice(0, at) + word[at]! + word.slice(at);
    return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  });
}
