// When each turn was said: people speak two to three words a second and leave each other room; in a chat they type.
import type { Line, Stage } from './stage.core.ts';

export interface Turn {
  readonly speaker: 'rep' | 'customer';
  readonly text: string;
  /** Seconds from the start; in a chat a message has only the moment at which it was sent. */
  readonly start: number;
  readonly end?: number;
}

export interface Timed {
  readonly turns: readonly Turn[];
  readonly holds: readonly { readonly from: number; readonly to: number }[];
  readonly seconds: number;
}

/** Words a second (Yuan, Liberman and Cieri 2006 find 2.2 to 3.3 in American telephone conversations). */
const slowest = 2.2;
const fastest = 3.2;

export function timed(stage: Stage, lines: readonly Line[]): Timed {
  return stage.contact.channel === 'chat' ? typed(stage, lines) : spoken(stage, lines);
}

/** Seconds that are taken to look something up or think it over, beyond what people leave each other: too few for a silence that is felt. */
const mostTaken = 6;

function spoken({ chance, contact }: Stage, lines: readonly Line[]): Timed {
  const pace = {
    rep: slowest + chance.unit() * (fastest - slowest),
    customer: slowest + chance.unit() * (fastest - slowest),
  };
  let now = 0.3 + chance.unit();
  const laid = lines.map((line) => ({
    line,
    held: line.heldFor === undefined ? 0 : 0.5 + line.heldFor,
    gap: 0.2 + chance.unit() * 1.1,
    talk: 0.3 + wordsIn(line.text) / pace[line.speaker],
  }));
  const brisk = laid.reduce((sum, { held, gap, talk }) => sum + held + gap + talk, now);
  // A call was planned to last: what its words leave of that lies between them, as far as it is no silence of its own.
  const taken = contact.channel === 'call' ? takenBetween(chance, laid, (contact.seconds ?? 0) - brisk) : [];
  const turns: Turn[] = [];
  const holds: { from: number; to: number }[] = [];
  for (const [at, { line, held, gap, talk }] of laid.entries()) {
    if (line.heldFor !== undefined) holds.push({ from: tenths(now + 0.5), to: tenths(now + held) });
    const start = now + held + gap + (taken[at] ?? 0);
    now = start + talk;
    turns.push({ speaker: line.speaker, text: line.text, start: tenths(start), end: tenths(now) });
  }
  return { turns, holds, seconds: Math.ceil(now) };
}

// Nobody waits for the first words, nor longer after a hold.
function takenBetween(chance: Stage['chance'], laid: readonly { readonly held: number }[], left: number): number[] {
  if (left <= 0) return [];
  const weights = laid.map(({ held }, at) => (at === 0 || held > 0 ? 0 : chance.unit()));
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((weight) => weight * Math.min(mostTaken, left / (all || 1)));
}

function typed({ chance }: Stage, lines: readonly Line[]): Timed {
  let now = 0;
  const turns = lines.map((line, at): Turn => {
    if (at > 0) now += 3 + Math.round(wordsIn(line.text) * (0.5 + chance.unit()) + chance.unit() * 25);
    return { speaker: line.speaker, text: line.text, start: now };
  });
  return { turns, holds: [], seconds: now };
}

function wordsIn(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
