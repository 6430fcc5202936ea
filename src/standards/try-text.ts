// A pasted piece of a contact, read line by line: "Agent: ...", "Customer: ...", or one line that a rep said.
import type { Channel, Encounter, Speaker, Turn } from './encounter.core.ts';

const speakers: Readonly<Record<string, Speaker>> = {
  rep: 'rep',
  agent: 'rep',
  representative: 'rep',
  staff: 'rep',
  advisor: 'rep',
  clerk: 'rep',
  manager: 'rep',
  operator: 'rep',
  support: 'rep',
  us: 'rep',
  customer: 'customer',
  caller: 'customer',
  client: 'customer',
  visitor: 'customer',
  guest: 'customer',
  tenant: 'customer',
  member: 'customer',
  patient: 'customer',
  user: 'customer',
  them: 'customer',
  recording: 'other',
  system: 'other',
  ivr: 'other',
  bot: 'other',
};

// A label begins a line or follows the end of a sentence: "and call the manager: ..." is speech.
// Before it may stand a time: seconds from and to, as in the examples of packs, or the clock of a transcript, which is passed over.
const label = new RegExp(
  `(?<=^|[.?!…"”'’)]\\s+)(?:\\[(?:${String.raw`(\d+(?:\.\d+)?)(?: ?- ?(\d+(?:\.\d+)?))? ?s?|[\d:.]+`})\\]\\s*)?(${Object.keys(speakers).join('|')})\\s*:\\s*`,
  'gi',
);

/** Whether any line or sentence of the text begins with a known speaker, such as `Rep:`. */
export function namesSpeaker(text: string): boolean {
  return linesOf(text).some((line) => line.search(label) >= 0);
}

/**
 * The encounter in a pasted text. A line is split where speakers are named in it; what stands before the first of them
 * continues the turn before, and at the beginning it is the rep's. Literal `\n` counts as a new line, since shells pass it
 * on so.
 */
export function encounterOfText(text: string, channel: Channel = 'phone', language = 'en'): Encounter {
  const turns: Turn[] = [];
  for (const line of linesOf(text)) {
    const found = [...line.matchAll(label)];
    const before = line.slice(0, found[0]?.index).trim();
    const last = turns.at(-1);
    if (before !== '') {
      if (last) turns[turns.length - 1] = { ...last, text: `${last.text} ${before}` };
      else turns.push({ speaker: 'rep', text: before });
    }
    for (const [i, one] of found.entries())
      turns.push({
        speaker: speakers[one[3]!.toLowerCase()]!,
        ...(one[1] === undefined ? {} : { start: Number(one[1]) }),
        ...(one[2] === undefined ? {} : { end: Number(one[2]) }),
        text: line.slice(one.index + one[0].length, found[i + 1]?.index).trim(),
      });
  }
  const starts = turns.length > 0 && turns.every((turn) => turn.start !== undefined);
  const timing = !starts ? 'none' : turns.every((turn) => turn.end !== undefined) ? 'full' : 'starts';
  return { channel, language, timing, turns, answers: [], repCertainty: 1 };
}

const linesOf = (text: string): string[] =>
  text
    .replaceAll('\\n', '\n')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
