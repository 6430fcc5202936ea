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

/**
 * The encounter in a pasted text. A line without a known speaker continues the one before; at the beginning it is the rep's.
 * Literal `\n` counts as a new line, since shells pass it on so.
 */
export function encounterOfText(text: string, channel: Channel = 'phone', language = 'en'): Encounter {
  const turns: Turn[] = [];
  for (const line of text.replaceAll('\\n', '\n').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const match = /^\s*(?:\[[\d:.]+\]\s*)?(\w+)\s*:\s*(.*)$/.exec(line);
    const speaker = match ? speakers[match[1]!.toLowerCase()] : undefined;
    const last = turns.at(-1);
    if (speaker) turns.push({ speaker, text: match![2]! });
    else if (last) turns[turns.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    else turns.push({ speaker: 'rep', text: line.trim() });
  }
  return { channel, language, timing: 'none', turns, answers: [], repCertainty: 1 };
}
