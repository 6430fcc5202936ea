// One mutated pack, read, linked, compiled and marked with: whatever a person writes in one, the answer is marks or reasons. A case is
// cut from a shipped pack: a few standards with the cues and situations they name, small enough to go through thousands of times.
import { parse, stringify } from 'yaml';
import { noWords, tryCompile } from '../../src/standards/engine/compile-packs.ts';
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { markEncounter } from '../../src/standards/engine/mark-encounter.ts';
import type { Encounter } from '../../src/standards/encounter.core.ts';
import { readExamplesFile } from '../../src/standards/examples-file.ts';
import { readPack, type PackError } from '../../src/standards/pack.ts';
import { Chance } from '../chance.ts';
import { mutated, otherJson } from './mutations.ts';

const mostPhrases = 4;
const excerpts = 40;

type Named = Record<string, unknown>;

/** A short contact with something in it for most standards to look at. */
const contact: Encounter = {
  channel: 'phone',
  language: 'en',
  timing: 'full',
  heardBy: 'recogniser',
  turns: [
    {
      speaker: 'rep',
      text: 'Good morning, Harbor storage, this is Dana, how may I help you?',
      start: 0,
      end: 4,
      confidence: 0.9,
    },
    {
      speaker: 'customer',
      text: "Hi, how much is a ten by ten? I'm so upset, nobody called me back.",
      start: 5,
      end: 9,
    },
    {
      speaker: 'rep',
      text: "I'm sorry to hear that. It is $59 a month. May I put you on whole for a minute?",
      start: 20,
      end: 26,
    },
    {
      speaker: 'customer',
      text: "Yes. No, that's too expensive, I want a manager.",
      start: 27,
      end: 30,
      unclear: [{ from: 0, to: 4, confidence: 0.3 }],
    },
    { speaker: 'rep', text: "We can't do that. Is there anything else? Thank you, bye.", start: 31, end: 35 },
  ],
  answers: [{ question: 'Greeted on entering?', answer: 'Yes' }],
  rings: 4,
  secondsToAnswer: 21,
  holds: [{ from: 10, to: 19, kind: 'hold' }],
  repCertainty: 0.9,
};

export class PackCases {
  private readonly file: string;
  private readonly made: readonly { readonly value: unknown; readonly text: Buffer }[];

  /** @param text the whole file, a pack or examples beside one */
  constructor(file: string, text: string) {
    this.file = file;
    const whole = parse(text, { maxAliasCount: 1000 }) as Named;
    this.made = Array.from({ length: excerpts }, (_, nth) => {
      const value = excerptOf(whole, new Chance(97, nth));
      return { value, text: Buffer.from(stringify(value)) };
    });
  }

  /** What is wrong with how the nth pack was answered; nothing where all held. */
  run(seed: number, nth: number): string[] {
    const chance = new Chance(seed, nth);
    const own = this.made[nth % this.made.length]!;
    return this.file.endsWith('.examples.yaml')
      ? examplesFaults(this.textOf(own, chance))
      : packFaults(this.textOf(own, chance));
  }

  private textOf(own: { readonly value: unknown; readonly text: Buffer }, chance: Chance): string {
    if (chance.below(2) === 0) return mutated(own.text, chance.of(this.made).text, chance).bytes.toString('utf8');
    let next = own.value;
    for (let left = 1 + chance.below(3); left > 0; left--)
      next = chance.below(3) === 0 ? otherJson(next, chance) : otherText(next, chance);
    return stringify(next) ?? '';
  }
}

/** What is wrong with the answers to a pack. */
export function packFaults(text: string): string[] {
  const { pack, errors } = readPack('given.yaml', text);
  if (!pack) return errors.length === 0 ? ['refused without a reason'] : errorFaults(errors);
  const outcome = tryCompile([pack], noWords);
  if (!outcome.compiled)
    return outcome.errors.length === 0 ? ['not compiled, without a reason'] : errorFaults(outcome.errors);
  return markFaults(outcome.compiled);
}

function examplesFaults(text: string): string[] {
  return errorFaults(readExamplesFile('given.examples.yaml', text).errors);
}

function errorFaults(errors: readonly PackError[]): string[] {
  return errors.some(
    (one) => !(one.line >= 1) || !(one.column >= 1) || one.what.trim() === '' || one.write.trim() === '',
  )
    ? ['an error without its place, its reason or what to write']
    : [];
}

function markFaults(packs: CompiledPacks): string[] {
  const faults = new Set<string>();
  const told = markEncounter(packs, contact);
  if (JSON.stringify(told) !== JSON.stringify(markEncounter(packs, contact)))
    faults.add('the same contact is marked otherwise the second time');
  if (told.marks.length + told.notApplicable !== packs.standards.length)
    faults.add('marks and not applicable are not all standards');
  for (const { evidence, confidence, verdict, why } of told.marks) {
    if (!(confidence >= 0 && confidence <= 1)) faults.add('a confidence outside 0 to 1');
    if (verdict === 'unsure' && !why && told.why === undefined) faults.add('unsure without a reason');
    for (const { turn, from, to } of evidence)
      if (!(from >= 0 && to > from && to <= (contact.turns[turn]?.text.length ?? -1)))
        faults.add('a quote that is not in the contact');
  }
  return [...faults];
}

const bits = [
  '...',
  '...9',
  '...0',
  '...99',
  '(',
  ')',
  '(a|b',
  '|',
  '?',
  '~',
  '!',
  '^',
  '$',
  '<rep>',
  '<money',
  '<nothing>',
  '{',
  '{nothing}',
  '{greeting}',
  '>',
  '*',
  '\u0000',
  '(a|b)?(c|d)?',
  '()',
  '((((((a))))))',
  'a? b? c? d? e?',
  '2 turns',
  '> 10 s',
  '-1',
  'last 0 turns',
  'é',
  '\ud800',
  'x'.repeat(3000),
];

// One text of it, wherever it stands, gains a piece of the phrase language, loses some, or becomes one.
function otherText(value: unknown, chance: Chance): unknown {
  if (typeof value === 'string') {
    const at = chance.below(value.length + 1);
    if (chance.below(5) === 0) return chance.of(bits);
    return value.slice(0, at) + chance.of(bits) + value.slice(at + (chance.below(3) === 0 ? 1 + chance.below(4) : 0));
  }
  if (typeof value !== 'object' || value === null) return chance.of(bits);
  if (Array.isArray(value)) {
    if (value.length === 0) return [chance.of(bits)];
    const at = chance.below(value.length);
    return value.map((one: unknown, index) => (index === at ? otherText(one, chance) : one));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { [chance.of(bits)]: chance.of(bits) };
  const at = chance.below(entries.length);
  return Object.fromEntries(entries.map(([name, own], index) => [name, index === at ? otherText(own, chance) : own]));
}

// One to three standards, or kinds of words heard, with everything they name by whatever way, cues cut to a few phrases.
function excerptOf(whole: Named, chance: Chance): unknown {
  const { standards, heard } = whole;
  if (heard !== undefined) {
    const all = Object.entries(heard as Named);
    const some = Object.fromEntries(Array.from({ length: 1 + chance.below(3) }, () => chance.of(all)));
    return { ...frameOf(whole, some), heard: some };
  }
  if (!Array.isArray(standards)) {
    const all = Object.entries((standards ?? {}) as Named);
    const some = Array.from({ length: 1 + chance.below(3) }, () => chance.of(all)).map(
      ([id, groups]) => [id, fewExamples(groups)] as const,
    );
    return { ...whole, standards: Object.fromEntries(some) };
  }
  const list = standards as Named[];
  const some = [...new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.of(list)))].map(
    ({ examples, ...one }) => (chance.below(4) === 0 && examples ? { ...one, examples } : one),
  );
  return { ...frameOf(whole, some), standards: some };
}

function frameOf(whole: Named, part: unknown): Named {
  const named: Record<'cues' | 'situations', Named> = { cues: {}, situations: {} };
  const look = (value: unknown): void => {
    for (const word of namesIn(value)) {
      for (const kind of ['cues', 'situations'] as const) {
        const all = (whole[kind] ?? {}) as Named;
        if (!Object.hasOwn(all, word) || Object.hasOwn(named[kind], word)) continue;
        const own = all[word];
        const kept: unknown = kind === 'cues' && Array.isArray(own) ? own.slice(0, mostPhrases) : own;
        named[kind][word] = kept;
        look(kept);
      }
    }
  };
  look(part);
  return {
    pack: whole['pack'],
    language: 'en',
    cues: named.cues,
    situations: named.situations,
    kinds: [],
  };
}

function fewExamples(groups: unknown): unknown {
  if (typeof groups !== 'object' || groups === null) return groups;
  return Object.fromEntries(
    Object.entries(groups).map(([verdict, list]) => [
      verdict,
      Array.isArray(list) ? (list as unknown[]).slice(0, 3) : (list as unknown),
    ]),
  );
}

function namesIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value).match(/[a-z0-9][a-z0-9-]*/g))];
}
