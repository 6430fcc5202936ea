// What `customary standards` prints: mistakes with a caret, examples that came out otherwise, the list, one standard in plain
// English, and a pasted text with its quotes underlined. Data in, text out; nothing is read or written here.
import { wrapped } from '../kernel/wrap.ts';
import type { ExampleResult } from './check-packs.ts';
import { rateSource, rateWords, type BaseRate } from './base-rates.core.ts';
import type { Encounter } from './encounter.core.ts';
import { cueNames } from './cue-names.ts';
import { inWords } from './in-words.ts';
import { askedIn, phrasesOf } from './own-words.ts';
import type { Condition, Example, Pack, PackError, StandardEntry } from './pack.core.ts';
import { type EncounterMarks, type Evidence, type MarkDraft, type Standard, tellingEvidence } from './standard.core.ts';

/** Every mistake: place, the line with a caret, what is wrong, what to write. */
export function errorsText(errors: readonly PackError[]): string {
  return errors
    .map((one) => {
      const lines = [`${shown(one.file)}:${one.line}:${one.column}  ${shown(one.what)}`];
      if (one.source !== undefined) {
        const from = Math.max(0, one.column - 60);
        lines.push(`    ${shown(one.source.slice(from, from + 100))}`, `    ${' '.repeat(one.column - 1 - from)}^`);
      }
      return [...lines, `    ${shown(one.write)}`].join('\n');
    })
    .join('\n\n');
}

/** Failing examples with what was expected, found and quoted; the last line counts. */
export function examplesText(results: readonly ExampleResult[]): string {
  const failing = results.filter((one) => !one.passed);
  const standards = new Set(results.map((one) => one.standard)).size;
  const blocks = failing.map((one) => {
    const found = one.mark?.why ? `${said(one.got)} (${one.mark.why})` : said(one.got);
    return [
      `${shown(one.file)}:${one.line}  ${one.standard}`,
      `    expected ${said(one.expected)}, found ${found}`,
      indent(turnsText(one.encounter, one.mark?.evidence ?? [])),
    ].join('\n');
  });
  const count =
    failing.length === 0
      ? results.length === 1
        ? 'The one example comes out as it should.'
        : `All ${results.length} examples of ${standards} ${standards === 1 ? 'standard' : 'standards'} come out as they should.`
      : `${failing.length} of ${results.length} ${results.length === 1 ? 'example comes' : 'examples come'} out otherwise.`;
  return [...blocks, count].join('\n\n');
}

/**
 * A table of standards: id, weight, where, what it says; `*` marks the customary few, `!` a serious act.
 * @param kept ids of those in use, where not all are; the others get a `-`
 */
export function listText(standards: readonly Standard[], columns = 120, kept?: ReadonlySet<string>): string {
  const beside = standards.filter((one) => kept?.has(one.id) === false).length;
  const width = Math.max(2, ...standards.map((one) => one.id.length));
  const where = (one: Standard): string => (one.channels.length === 0 ? 'everywhere' : one.channels.join(' '));
  const whereWidth = Math.max(5, ...standards.map((one) => where(one).length));
  const rows = standards.map((one) => {
    const sign = one.kind === 'atrocity' ? '!' : one.few ? '*' : ' ';
    const use = beside === 0 ? '' : kept?.has(one.id) === true ? ' ' : '-';
    const left = `${use}${sign} ${one.id.padEnd(width)}  ${String(one.weight)}  ${where(one).padEnd(whereWidth)}  `;
    return left + wrapped(shown(one.says), Math.max(30, columns - left.length)).join(`\n${' '.repeat(left.length)}`);
  });
  return [
    `${beside === 0 ? '' : ' '}  ${'id'.padEnd(width)}  w  ${'where'.padEnd(whereWidth)}  says`,
    ...rows,
    '',
    `${standards.length} ${standards.length === 1 ? 'standard' : 'standards'}${beside === 0 ? '' : `, ${standards.length - beside} of them in use (- is not; the app's page Standards keeps more, or organisation.yaml: standards: [all])`}. * on at first, ! a serious act, w weight.`,
  ].join('\n');
}

/**
 * One standard for a person: its words, its conditions in English, the phrases they listen for, an example of each kind, and what
 * others published of it. Null where there is none of that id.
 */
export function explainText(packs: readonly Pack[], id: string, published: readonly BaseRate[] = []): string | null {
  for (const pack of packs) {
    const entry = pack.standards.find((one) => one.id === id);
    if (entry) return [explained(packs, pack, entry), ...publishedText(entry, published)].join('\n');
  }
  return null;
}

function publishedText(entry: StandardEntry, published: readonly BaseRate[]): string[] {
  if (published.length === 0) return [];
  const verb = entry.kind === 'atrocity' ? 'happened' : 'missed';
  const rates = published.flatMap((one) => [
    `    ${verb} in ${rateWords(one)} (${one.counted})`,
    `        ${rateSource(one)}`,
  ]);
  return ['', 'Published by others (wide guides, each of its own sector, never targets):', ...rates].map(shown);
}

function explained(packs: readonly Pack[], pack: Pack, entry: StandardEntry): string {
  const lines = [
    `${entry.id}  (${entry.kind === 'atrocity' ? 'a serious act' : 'a standard'} of ${pack.name}, weight ${entry.weight})`,
    '',
    entry.says,
  ];
  if (entry.because) lines.push(`Because: ${entry.because}`);
  if (entry.instead) lines.push(`Instead: ${entry.instead}`);
  if (entry.applies) lines.push(`Applies: ${entry.applies}`);
  lines.push(`Where: ${entry.channels.length === 0 ? 'everywhere' : entry.channels.join(', ')}`, '');
  const conditions: [string, Condition | undefined][] = [
    ['Applies when', entry.appliesWhen],
    ['Met when', entry.metWhen],
    ['Failed when', entry.failedWhen],
    ['Done when', entry.doneWhen],
    ['Could be done when', entry.couldWhen],
  ];
  const names = new Set<string>();
  for (const [title, condition] of conditions) {
    if (!condition) continue;
    lines.push(`${title} ${inWords(condition, askedIn(packs, pack))}.`);
    for (const name of cueNames(condition)) names.add(name);
  }
  for (const name of names) {
    const phrases = phrasesOf(packs, pack, name);
    if (phrases) lines.push('', `${name}:`, ...phrases.map((phrase) => `    ${phrase}`));
  }
  for (const kind of ['met', 'failed', 'not-applicable'] as const) {
    const example = entry.examples.find((one) => one.expected === kind);
    if (!example) continue;
    const told = exampleLines(example);
    if (told.length > 0) lines.push('', `For example ${said(kind)}:`, ...told.map((line) => `    ${line}`));
  }
  return lines.map(shown).join('\n');
}

// What is known beside the words stands first: a standard about seconds is met or missed by them alone.
function exampleLines(example: Example): string[] {
  return [
    ...exampleFacts(example).map((fact) => `(${fact})`),
    ...example.turns.map(({ speaker, text, start, end }) => {
      const time = start === undefined ? '' : `[${start}${end === undefined ? '' : `-${end}`} s] `;
      return `${time}${speaker}: ${text}`;
    }),
    ...example.answers.map(({ question, answer }) => `${question}: ${answer}`),
  ];
}

/** What is known of an example beside its words, one fact each. */
export function exampleFacts(example: Pick<Example, 'direction' | 'rings' | 'secondsToAnswer' | 'holds'>): string[] {
  return [
    example.direction ? `direction: ${example.direction}` : '',
    example.rings === undefined ? '' : `rings: ${example.rings}`,
    example.secondsToAnswer === undefined ? '' : `seconds until answered: ${example.secondsToAnswer}`,
    ...(example.holds ?? []).map(({ kind, from, to }) => `${kind}: ${from} to ${to} s`),
  ].filter((fact) => fact !== '');
}

/** A tried text: the words with quotes underlined under each mark, misses and serious acts first. */
export function triedText(encounter: Encounter, said_: EncounterMarks, standards: readonly Standard[]): string {
  const byId = new Map(standards.map((one) => [one.id, one]));
  const order = { failed: 0, met: 1, unsure: 2, 'not-applicable': 3 } as const;
  const decided = said_.marks
    .filter((mark) => mark.verdict !== 'unsure')
    .toSorted((a, b) => order[a.verdict] - order[b.verdict] || (a.standard < b.standard ? -1 : 1));
  const blocks = decided.map((mark) => markText(encounter, mark, byId.get(mark.standard)!));
  const doubtful = said_.marks.length - decided.length;
  const kinds = said_.kinds.length > 0 ? [`Kind: ${said_.kinds.join(', ')}`] : [];
  const rest = [
    doubtful > 0 ? `${doubtful} can't be told from this` : '',
    said_.notApplicable > 0 ? `${said_.notApplicable} don't apply` : '',
  ].filter((one) => one !== '');
  return [
    ...kinds,
    ...blocks,
    ...(said_.why ? [said_.why] : []),
    ...(rest.length > 0 ? [`${rest.join(', ')}.`] : []),
  ].join('\n\n');
}

function markText(encounter: Encounter, mark: MarkDraft, standard: Standard): string {
  const verdict =
    standard.kind === 'atrocity'
      ? mark.verdict === 'failed'
        ? 'HAPPENED'
        : 'did not happen'
      : mark.verdict === 'failed'
        ? 'MISSED'
        : 'met';
  const lines = [`${verdict}  ${standard.says}  (${standard.id}, ${Math.round(mark.confidence * 100)} %)`];
  const quoted = turnsText(encounter, tellingEvidence(mark, standard.kind), true);
  if (quoted !== '') lines.push(indent(quoted));
  if (mark.searched && mark.verdict === 'failed')
    lines.push(`    not heard in turns ${mark.searched.fromTurn + 1} to ${mark.searched.toTurn + 1}`);
  if (mark.verdict === 'failed' && standard.instead) lines.push(`    Instead: ${standard.instead}`);
  return lines.map(shown).join('\n');
}

// Turns with their quotes underlined; only the quoted ones where `quotedOnly` is set.
function turnsText(encounter: Encounter, evidence: readonly Evidence[], quotedOnly = false): string {
  return encounter.turns
    .flatMap((turn, index) => {
      const quotes = evidence.filter((one) => one.turn === index);
      if (quotes.length === 0 && quotedOnly) return [];
      const prefix = `${turn.speaker}: `;
      const line = prefix + shown(turn.text);
      if (quotes.length === 0) return [line];
      const marks = Array.from({ length: turn.text.length }, (_, at) =>
        quotes.some((one) => at >= one.from && at < one.to) ? '~' : ' ',
      ).join('');
      return [line, (' '.repeat(prefix.length) + marks).trimEnd()];
    })
    .join('\n');
}

function said(verdict: string): string {
  return verdict === 'not-applicable' ? 'not applicable' : verdict;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

// Text from files and contacts never reaches a terminal with its control characters; each becomes one space, so that carets stay in place.
function shown(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are just what this takes out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}
