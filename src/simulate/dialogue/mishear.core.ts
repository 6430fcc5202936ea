// What a recogniser makes of what was said: some words become others that sound alike, some are lost, and some programs
// write neither capitals nor stops. Less in the lines on which a standard turns and in the first, so that a reader can tell.
import type { Line, Stage } from './stage.core.ts';

/** With stops and capitals, or bare words. */
export type Ear = 'punctuated' | 'bare';

export interface Hearing {
  readonly ear: Ear;
  /** Among the first lines, in which the customer says what they came for. */
  readonly early: boolean;
}

const wrong = 0.07;
const wrongWhereItCounts = 0.015;

export function heard(stage: Stage, line: Line, text: string, { ear, early }: Hearing): string {
  const alike = soundsAlike(stage);
  const share = line.about.length > 0 || early ? wrongWhereItCounts : wrong;
  const words = text.split(' ');
  for (let at = gap(stage, share); at < words.length; at += 1 + gap(stage, share))
    words[at] = misheard(stage, words[at]!, alike);
  const whole = words.join(' ').replaceAll('  ', ' ').trim();
  return ear === 'punctuated' ? whole : whole.toLowerCase().replaceAll(/[,?!]|\.(?=\s|$)/g, '');
}

// How many words are heard right before the next that isn't: a geometric draw, one for each slip and not for each word.
function gap(stage: Stage, share: number): number {
  return Math.floor(Math.log(1 - stage.chance.unit()) / Math.log(1 - share));
}

function misheard(stage: Stage, word: string, alike: ReadonlyMap<string, readonly string[]>): string {
  const [, plain, end = ''] = /^([\w']+)([,.?!]*)$/.exec(word) ?? [];
  if (plain === undefined) return word;
  const other = alike.get(plain.toLowerCase());
  if (other !== undefined) return `${stage.chance.of(other)}${end}`;
  return end === '' && /^(?:the|a|of|to|and|it|so)$/i.test(plain) ? '' : word;
}

const kept = new WeakMap<object, Map<string, string[]>>();

function soundsAlike({ wording }: Stage): Map<string, string[]> {
  let alike = kept.get(wording);
  if (!alike) {
    alike = new Map();
    for (const pair of wording.lists.get('speech')?.get('misheard') ?? []) {
      const [word, others] = pair.split('=>') as [string, string];
      alike.set(word, others.split('/'));
    }
    kept.set(wording, alike);
  }
  return alike;
}
