// How much personal data does redaction hide, and how much does it hide that isn't personal? Planted: exchanges written for
// this bench with values made from a seed. Real: telephone calls whose personal data others masked, where whatever is
// hidden beyond that counts as false.
import { redactContact } from '../src/contacts/redaction/redact-contact.core.ts';
import { figure, rate, share } from './bench.ts';
import type { BenchResult, Measure } from './bench.ts';
import { dataFolder, labelledContacts } from './labelled-contacts.ts';
import { clean, planted } from './redaction-templates.ts';
import type { PlantedKind, Template } from './redaction-templates.ts';
import { valuesFrom } from './redaction-values.ts';
import type { Values } from './redaction-values.ts';

export const name = 'redaction';

const seed = 20_261_122;
const key = new Uint8Array(32).fill(7);
const goals: Partial<Record<PlantedKind, string>> = {
  card: '>= 0.99',
  'card code': '>= 0.95',
  id: '>= 0.95',
  email: '>= 0.95',
  phone: '>= 0.95',
};
const connectors = new Set(['at', 'dot', 'com', 'of', 'the', 'um', 'th', 'underscore', 'and', 'oh', 'double']);

interface Planted {
  readonly text: string;
  readonly label: string;
  /** The template's own words, which must survive. */
  readonly rest: readonly string[];
  readonly values: readonly { readonly kind: PlantedKind; readonly text: string }[];
}

/** @returns recall by kind, false redactions per 1,000 words on planted and real text, and the speed */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const values = valuesFrom(seed);
  const contacts = Array.from({ length: quick ? 800 : 8000 }, () => makeContact(values));
  const hidden = new Map<PlantedKind, { all: number; hidden: number }>();
  const lost = { words: 0, of: 0 };
  const spent = { bytes: 0, seconds: 0 };
  for (const contact of contacts) {
    const texts = redacted(contact, spent);
    contact.forEach((turn, at) => judge(turn, texts[at]!, hidden, lost));
  }
  const measures: Measure[] = [...hidden]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, one]) => share(`planted: ${kind} hidden`, one.hidden, one.all, goals[kind] ?? '', quick));
  measures.push(
    rate('planted: other words lost', lost.words, lost.of, 1000, { unit: 'per 1,000 words', goal: '< 1', quick }),
  );
  const left: string[] = [];
  const folder = dataFolder();
  if (folder) measures.push(...onRealText(folder, quick));
  else left.push('Real text: set CUSTOMARY_BENCH_DATA to the folder with the public sets.');
  return { measures, left_out: left };
}

function onRealText(folder: string, quick: boolean): Measure[] {
  const all = labelledContacts(folder);
  const spent = { bytes: 0, seconds: 0 };
  const lost = { words: 0, of: 0 };
  for (const contact of all) {
    if (quick && contact.set !== 'insurance') continue;
    const turns = contact.turns.map((turn) => ({ text: turn.text, label: turn.speaker }));
    const texts = redacted(turns, spent);
    if (contact.set !== 'insurance') continue;
    turns.forEach((turn, at) => {
      lost.of += wordsOf(turn.text).length;
      lost.words += missing(wordsOf(turn.text), texts[at]!);
    });
  }
  return [
    rate('real calls, masked by others: words lost', lost.words, lost.of, 1000, {
      unit: 'per 1,000 words',
      goal: '< 1',
      quick,
    }),
    figure('speed on real text, processor time', spent.bytes / 1e6 / spent.seconds, 'MB/s', ''),
  ];
}

function redacted(
  turns: readonly { text: string; label: string }[],
  spent: { bytes: number; seconds: number },
): readonly string[] {
  for (const turn of turns) spent.bytes += Buffer.byteLength(turn.text);
  const before = process.cpuUsage();
  const { texts } = redactContact({ turns, knownNames: [], answers: [], key });
  const used = process.cpuUsage(before);
  spent.seconds += (used.user + used.system) / 1e6;
  return texts;
}

function makeContact(values: Values): Planted[] {
  values.nextPerson();
  const parts = [
    pick(clean, values),
    pick(planted, values),
    pick(clean, values),
    pick(planted, values),
    pick(planted, values),
    pick(clean, values),
  ];
  return parts.flatMap((part, nth) => fill(part, nth % 2, values));
}

function pick(list: readonly Template[], values: Values): Template {
  return list[values.below(list.length)]!;
}

const slot = /\{([a-z ]+):([a-z-]+)\}/g;

// A value said over several turns has the other's "okay" between its pieces.
function fill(template: Template, first: number, values: Values): Planted[] {
  const turns: Planted[] = [];
  template.turns.forEach((turn, at) => {
    const label = (first + at) % 2 === 0 ? 'A' : 'B';
    const other = label === 'A' ? 'B' : 'A';
    const said: { kind: PlantedKind; text: string }[] = [];
    const more: { kind: PlantedKind; text: string }[] = [];
    const text = turn.replaceAll(slot, (_, kind: PlantedKind, form: string) => {
      const pieces = values.make(kind, form);
      said.push({ kind, text: pieces[0]! });
      more.push(...pieces.slice(1).map((piece) => ({ kind, text: piece })));
      return pieces[0]!;
    });
    turns.push({ text, label, rest: wordsOf(turn.replaceAll(slot, ' ')), values: said });
    for (const piece of more) {
      turns.push({ text: 'Okay.', label: other, rest: ['okay'], values: [] });
      turns.push({ text: piece.text, label, rest: [], values: [piece] });
    }
  });
  return turns;
}

const mark = /\[[A-Z ]+ \d+\]/g;

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/\[[a-z_ ]+\]/g, ' ')
      .match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? []
  );
}

// Words of the template that are gone are false; words of a value that are left, beyond what the template has, are a miss.
function judge(
  turn: Planted,
  text: string,
  hidden: Map<PlantedKind, { all: number; hidden: number }>,
  lost: { words: number; of: number },
): void {
  lost.of += turn.rest.length;
  const gone = missing(turn.rest, text);
  lost.words += gone;
  if (gone > 0 && process.env['CUSTOMARY_BENCH_SHOW'] === 'lost') process.stderr.write(`${turn.text}\n  ${text}\n`);
  const left = wordsOf(text.replaceAll(mark, ' '));
  for (const word of turn.rest) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
  }
  for (const value of turn.values) {
    const one = hidden.get(value.kind) ?? { all: 0, hidden: 0 };
    one.all++;
    if (!wordsOf(value.text).some((word) => !connectors.has(word) && left.includes(word))) one.hidden++;
    else if (process.env['CUSTOMARY_BENCH_SHOW'] === value.kind) process.stderr.write(`${turn.text}\n  ${text}\n`);
    hidden.set(value.kind, one);
  }
}

function missing(words: readonly string[], text: string): number {
  const left = Map.groupBy(wordsOf(text.replaceAll(mark, ' ')), (word) => word);
  let gone = 0;
  for (const word of words) if (left.get(word)?.pop() === undefined) gone++;
  return gone;
}
