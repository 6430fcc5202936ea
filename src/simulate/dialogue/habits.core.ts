// Habits of speech: what somebody says for want of a word, where they come from, and how they put things.
import { Chance, seedOf } from './chance.core.ts';
import type { Line, Stage } from './stage.core.ts';

/** The line as this speaker says it: swaps of their way of speaking, hesitation where they speak aloud. */
export function spokenAloud(stage: Stage, line: Line): string {
  const { person, customer, speech, channel } = stage.contact;
  const who = new Chance(seedOf(line.speaker === 'rep' ? person : customer));
  const halting = who.unit() ** 2 * 0.25;
  const manner =
    line.speaker === 'rep' ? (speech ?? 'plain') : who.of(['plain', 'plain', 'plain', 'southern', 'eastern']);
  const swapped = swap(stage, line.text, manner);
  return channel === 'chat' ? swapped : hesitant(stage, swapped, halting);
}

function swap(stage: Stage, text: string, manner: string): string {
  let said = text;
  for (const { from, to, alone } of swapsOf(stage, manner))
    if (said.includes(from) && stage.chance.coin(0.75)) said = said.replaceAll(alone, to);
  return said;
}

interface Swap {
  readonly from: string;
  readonly to: string;
  readonly alone: RegExp;
}

const read = new WeakMap<object, Map<string, readonly Swap[]>>();

function swapsOf({ wording }: Stage, manner: string): readonly Swap[] {
  let swaps = read.get(wording);
  if (!swaps) {
    swaps = new Map();
    for (const [name, pairs] of wording.lists.get('speech') ?? [])
      swaps.set(name, pairs.filter((pair) => pair.includes('=>')).map(swapOf));
    read.set(wording, swaps);
  }
  return swaps.get(manner) ?? [];
}

function swapOf(pair: string): Swap {
  const [from, to] = pair.split('=>') as [string, string];
  return { from, to, alone: new RegExp(`(?<![\\w'])${from}(?![\\w'])`, 'g') };
}

// A word of hesitation after a comma, or a first word said twice.
function hesitant(stage: Stage, text: string, halting: number): string {
  const fillers = stage.wording.lists.get('speech')?.get('fillers') ?? [];
  let said = text.replaceAll(', ', () => (stage.chance.coin(halting) ? `, ${stage.chance.of(fillers)}, ` : ', '));
  if (stage.chance.coin(halting)) said = `${stage.chance.of(fillers)}, ${lowered(said)}`;
  if (stage.chance.coin(halting / 2))
    said = said.replace(/^(?:I|it|the|we|so|is|that)\b/i, (word) => `${word}, ${word.toLowerCase()}`);
  return said;
}

const lowered = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
