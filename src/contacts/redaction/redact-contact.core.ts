// Takes personal data out of a contact before anything is stored: each value becomes a placeholder numbered within the
// contact ([NAME 1], [CARD 1]), so that what was said can still be marked. Pure, linear in the text, and a second pass
// over its own result changes nothing.
import { keyedDigest } from '../../kernel/digest.ts';
import type { FormAnswer, UnclearStretch } from '../../standards/encounter.core.ts';
import { findAddresses } from './addresses.core.ts';
import { findCards } from './cards.core.ts';
import { findCodes } from './codes.core.ts';
import { cuesOf } from './cues.core.ts';
import { digitRuns } from './digit-runs.core.ts';
import { findEmails } from './emails.core.ts';
import { answerLabel, findNames, nameParts } from './names.core.ts';
import { findNumbers } from './numbers.core.ts';
import { keepOwnNames } from './own-names.core.ts';
import { findPasswords } from './passwords.core.ts';
import { movedPlace, movedStretches, type Replaced } from './moved-stretches.core.ts';
import { findPlainIds } from './plain-ids.core.ts';
import { Placeholders } from './placeholders.core.ts';
import { redactedKinds } from './spans.core.ts';
import type { Claims, RedactedKind, Span } from './spans.core.ts';
import { asWritten, readTurn } from './tokens.core.ts';
import type { TokenTurn } from './tokens.core.ts';

export interface ToRedact {
  /** In order. `label` is the speaker as the source gives it; it helps to follow dictation over several turns. */
  readonly turns: readonly {
    readonly text: string;
    readonly label?: string | null;
    /** Stretches of the text that must point at the same words afterwards. */
    readonly stretches?: readonly UnclearStretch[];
    /** The same for single places. */
    readonly places?: readonly number[];
  }[];
  /** Names that the source states; every part of each is looked for. */
  readonly knownNames: readonly string[];
  /** What the organisation and its sites are called: said whole, that is nobody's name. */
  readonly ownNames?: readonly string[];
  readonly answers: readonly FormAnswer[];
  /** The organisation's key. Values are compared by keyed digest, so that none is kept. */
  readonly key: Uint8Array;
}

export interface Redacted {
  /** One per turn, same order. */
  readonly texts: readonly string[];
  /** The stretches given with each turn, moved to where their words stand now. A replaced word's stretch covers its placeholder. */
  readonly stretches: readonly (readonly UnclearStretch[])[];
  /** The places given with each turn; one inside a replaced value is where its placeholder begins. */
  readonly places: readonly (readonly number[])[];
  readonly answers: readonly FormAnswer[];
  /** How many values of each kind were hidden, every occurrence counted. */
  readonly found: Readonly<Record<RedactedKind, number>>;
}

// What one pass hides can bring a cue within reach of what was too far before; passes go on until none finds more.
const mostPasses = 6;
const none: readonly never[] = [];

/** The contact with its personal data hidden. Never throws, whatever the text. */
export function redactContact(input: ToRedact): Redacted {
  const found = Object.fromEntries(redactedKinds.map((kind) => [kind, 0])) as Record<RedactedKind, number>;
  // A form's question and answer are read as a question and what was said to it.
  const asked = input.answers.flatMap((one) => [
    { text: one.question, label: '\u0000question' },
    { text: one.answer, label: answerLabel },
  ]);
  const labels = [...input.turns.map((turn) => turn.label ?? null), ...asked.map((one) => one.label)];
  let texts = [...input.turns.map((turn) => turn.text), ...asked.map((one) => one.text)];
  const stretches: (readonly UnclearStretch[])[] = input.turns.map((turn) => turn.stretches ?? none);
  const places: (readonly number[])[] = input.turns.map((turn) => turn.places ?? none);
  let read = texts.map((text, at) => readTurn(text, labels[at]!));
  const digests = new Map<string, string>();
  const digest = (value: string): string => {
    const known = digests.get(value) ?? keyedDigest(input.key, value);
    digests.set(value, known);
    return known;
  };
  const placeholders = new Placeholders(digest, texts);
  for (const name of input.knownNames)
    if (nameParts(name).length > 0) placeholders.introduce(nameParts(name).join(' '));
  for (let pass = 0; pass < mostPasses; pass++) {
    const spans = find(read, input.knownNames, input.ownNames ?? none);
    if (spans.length === 0) break;
    for (const span of spans) found[span.kind]++;
    const next = write({ turns: read, spans }, placeholders, (turn, replaced) => {
      if (turn >= input.turns.length) return;
      if (stretches[turn]!.length > 0) stretches[turn] = movedStretches(stretches[turn]!, replaced);
      if (places[turn]!.length > 0) places[turn] = places[turn]!.map((place) => movedPlace(place, replaced));
    });
    // Turns that nothing was found in are as they were read.
    read = read.map((turn, at) => (next[at] === texts[at] ? turn : readTurn(next[at]!, labels[at]!)));
    texts = next;
  }
  const form = texts.slice(input.turns.length);
  const answers = input.answers.map((_, at) => ({ question: form[at * 2]!, answer: form[at * 2 + 1]! }));
  return { texts: texts.slice(0, input.turns.length), stretches, places, answers, found };
}

// The order is the rank: what is claimed first is what it stays.
function find(turns: readonly TokenTurn[], knownNames: readonly string[], ownNames: readonly string[]): Span[] {
  const claims: Claims = { turns, spans: [] };
  const cues = turns.map(cuesOf);
  findEmails(claims);
  findPlainIds(claims);
  const runs = turns.map(digitRuns);
  findCards(claims, runs, cues);
  findPasswords(claims);
  findCodes(claims, cues);
  findAddresses(claims, cues);
  findNumbers(claims, runs, cues);
  keepOwnNames(claims, ownNames);
  findNames(claims, knownNames);
  return claims.spans;
}

function write(
  claims: Claims,
  placeholders: Placeholders,
  moved: (turn: number, replaced: readonly Replaced[]) => void,
): string[] {
  const texts = claims.turns.map((turn) => turn.written);
  const ordered = claims.spans.toSorted((a, b) => a.turn - b.turn || a.first - b.first);
  for (let next = 0; next < ordered.length;) {
    const { turn } = ordered[next]!;
    const { tokens, written } = claims.turns[turn]!;
    const pieces: string[] = [];
    const replaced: Replaced[] = [];
    let at = 0;
    for (; ordered[next]?.turn === turn; next++) {
      const span = ordered[next]!;
      const last = tokens[span.last]!;
      const end = span.kind === 'name' && last.text.endsWith("'s") ? last.to - 2 : last.to;
      const [from, to] = asWritten(claims.turns[turn]!, tokens[span.first]!.from, end);
      const placeholder = placeholders.of(span.kind, span.value);
      pieces.push(written.slice(at, from), placeholder);
      replaced.push({ from, to, length: placeholder.length });
      at = to;
    }
    texts[turn] = pieces.join('') + written.slice(at);
    moved(turn, replaced);
  }
  return texts;
}
