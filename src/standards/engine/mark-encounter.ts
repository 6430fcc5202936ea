// Marks one encounter by every standard of some packs. The same encounter and packs give the same marks, byte for byte.
import type { Encounter } from '../encounter.core.ts';
import type { EncounterMarks, Evidence, MarkDraft } from '../standard.core.ts';
import type { CompiledPacks, CompiledStandard } from './compiled.core.ts';
import { asIfSaid } from './as-if-said.ts';
import { Evaluation, perhapsSaid } from './evaluate.ts';
import { notKnown } from './measures.ts';
import { joined, nothing, type Outcome } from './outcome.ts';
import { type Check, isFor, type LanguagePlan, type NamedCheck, type PlannedStandard } from './plan.ts';
import { type Heard, scanToJudge } from './scan.ts';
import { type Occurrence, sureness, Talk } from './talk.ts';
import type { Truth } from './truths.ts';

/**
 * How sure a mark is that doesn't rest on words that were heard, before doubts about the speaker and the hearing: a clock or a
 * form, or having looked and found nothing. Our assumption until reviewers have measured it.
 */
const withoutWords = { measured: 0.99, absent: 0.8 } as const;
const mostQuotes = 6;

/** Heard less surely than this, words would be wrong as often as right: no verdict is given on them. */
const clearEnough = 0.5;

/** The same telling words are kept this often in one contact. */
const mostHeard = 8;

/** Every mark of one encounter, its kinds, the customer's reason and the telling words in it. Not-applicable is only counted. */
export function markEncounter(compiled: CompiledPacks, encounter: Encounter): EncounterMarks {
  const language = languageOf(encounter);
  if (!compiled.languages.has(language)) return unspoken(compiled, encounter, language);
  const talk = new Talk(encounter);
  const told = judge(compiled, talk, scanToJudge(compiled, talk));
  return compiled.ear.isTooMuch ? unmarked(compiled, encounter, 'it is longer than can be marked') : told;
}

/** The same from what was heard in it. The packs must speak its language. */
export function judge(compiled: CompiledPacks, talk: Talk, heard: Heard): EncounterMarks {
  const { encounter } = talk;
  const plan = compiled.plan.languages.get(languageOf(encounter));
  const evaluation = new Evaluation(compiled.plan, compiled.cues, talk, heard);
  const more = asIfSaid(heard);
  const again = more && new Evaluation(compiled.plan, compiled.cues, talk, more);
  const marks: MarkDraft[] = [];
  for (const one of plan?.standards.get(encounter.channel) ?? []) {
    const mark = markStandard(one, evaluation, talk);
    const told = again && couldTurn(one, heard) ? unlessTurned(one, mark, markStandard(one, again, talk)) : mark;
    if (told) marks.push(told);
  }
  const reason = plan && reasonOf(plan, evaluation, talk);
  const telling = plan ? tellingWords(plan.heard, evaluation) : [];
  return {
    kinds: plan ? kindsOf(plan.kinds, evaluation) : [],
    ...(reason ? { reason } : {}),
    marks,
    notApplicable: compiled.standards.length - marks.length,
    ...(telling.length > 0 ? { heard: telling } : {}),
  };
}

function languageOf({ language }: Encounter): string {
  return language.toLowerCase().split(/[-_]/)[0]!;
}

// What is only asked for its truth is asked for no more: a list of what was found is made for the marks that stand.
function markStandard(one: PlannedStandard, evaluation: Evaluation, talk: Talk): MarkDraft | null {
  const applies = one.applies ? evaluation.truth(one.applies) : 'yes';
  if (applies === 'no') return null;
  if (one.from.standard.kind === 'atrocity') return markAtrocity(one, applies, evaluation, talk);
  if (applies === 'unsure') return doubtful(one, evaluation.outcome(one.applies!), talk);
  const failed = one.failed ? evaluation.truth(one.failed) : null;
  if (failed === 'yes') return decided(one, talk, 'failed', one.failed!, evaluation);
  if (failed === 'unsure') return doubtful(one, evaluation.outcome(one.failed!), talk);
  const met = one.met ? evaluation.truth(one.met) : null;
  if (met === 'yes') return decided(one, talk, 'met', one.met!, evaluation);
  if (met === 'unsure') return doubtful(one, evaluation.outcome(one.met!), talk);
  if (met && failed) return unsureMark(one, 'neither what meets it nor what fails it was found');
  return met ? decided(one, talk, 'failed', one.met!, evaluation) : decided(one, talk, 'met', one.failed!, evaluation);
}

function markAtrocity(one: PlannedStandard, applies: Truth, evaluation: Evaluation, talk: Talk): MarkDraft | null {
  const done = evaluation.truth(one.done!);
  if (done === 'yes' && applies === 'yes') return decided(one, talk, 'failed', one.done!, evaluation);
  const could = one.could ? evaluation.truth(one.could) : 'yes';
  if (could === 'no' && done === 'no') return null;
  if (applies === 'unsure') return doubtful(one, evaluation.outcome(one.applies!), talk);
  if (done === 'unsure') return doubtful(one, evaluation.outcome(one.done!), talk);
  if (could === 'unsure') return doubtful(one, evaluation.outcome(one.could!), talk);
  return decided(one, talk, 'met', one.done!, evaluation);
}

function couldTurn({ cues }: PlannedStandard, { nearly }: Heard): boolean {
  return cues.some((cue) => nearly[cue] !== undefined);
}

// What would be told otherwise had the half-heard been said can't be told.
function unlessTurned(one: PlannedStandard, mark: MarkDraft | null, turned: MarkDraft | null): MarkDraft | null {
  return mark?.verdict === turned?.verdict || mark?.verdict === 'unsure' ? mark : unsureMark(one, perhapsSaid);
}

// A verdict rests on what was found for or against it, or on having looked and found nothing: then what was looked through, and
// beside it the words that made the standard apply.
function decided(
  one: PlannedStandard,
  talk: Talk,
  verdict: 'met' | 'failed',
  check: Check,
  evaluation: Evaluation,
): MarkDraft {
  const { id, version } = one.from.standard;
  const outcome = evaluation.outcome(check);
  const occurrences = outcome.truth === 'yes' ? outcome.found : outcome.against;
  const byWords = occurrences.length > 0;
  const absent = !byWords && !outcome.measured;
  const searched = outcome.searched ?? talk.wholeTurns;
  const heard = outcome.measured
    ? withoutWords.measured
    : absent
      ? withoutWords.absent * talk.hearing.ofTurns(searched.fromTurn, searched.toTurn)
      : sureOf(occurrences, outcome.together, talk);
  if (heard < clearEnough) return unsureMark(one, 'the words it rests on were not clearly heard');
  // A form's answers are nobody's words.
  const known = one.bySpeaker && talk.encounter.turns.length > 0 ? talk.encounter.repCertainty : 1;
  if (heard * known < clearEnough) return unsureMark(one, notKnown);
  const confidence = Math.round(heard * known * 1000) / 1000;
  const evidence: Evidence[] = [];
  if (byWords) {
    for (let at = 0; at < occurrences.length && evidence.length < mostQuotes; at++)
      quote(evidence, occurrences[at]!.evidence);
  } else if (verdict === 'failed') {
    const applies = one.applies && evaluation.outcome(one.applies);
    quote(evidence, joined(applies?.found[0]?.evidence ?? nothing, outcome.beside));
  }
  putInOrder(evidence);
  if (!absent) return { standard: id, version, marker: 'cue', verdict, confidence, evidence };
  return { standard: id, version, marker: 'cue', verdict, confidence, evidence, searched };
}

// By where they begin, then where they end. Most stand so already, and few are far from their place.
function putInOrder(evidence: Evidence[]): void {
  for (let at = 1; at < evidence.length; at++) {
    const one = evidence[at]!;
    let to = at;
    for (; to > 0 && isBehind(evidence[to - 1]!, one); to--) evidence[to] = evidence[to - 1]!;
    evidence[to] = one;
  }
}

function isBehind(a: Evidence, b: Evidence): boolean {
  return (a.turn - b.turn || a.from - b.from || a.to - b.to) > 0;
}

// Each thing found would do alone, so it is as sure as the surest of those that are shown; what holds by their number is as sure
// as they are on the whole.
function sureOf(occurrences: readonly Occurrence[], together: boolean, { hearing }: Talk): number {
  const shown = Math.min(occurrences.length, mostQuotes);
  let best = 0;
  let sum = 0;
  for (let at = 0; at < shown; at++) {
    const one = occurrences[at]!;
    const sure = one.sureness === sureness.clock ? one.sureness : one.sureness * hearing.of(one.evidence);
    if (sure > best) best = sure;
    sum += sure;
  }
  return together ? sum / shown : best;
}

// A form without words leaves nothing to listen to: what would be read from speech doesn't apply to it, where a call whose
// words or times are missing stays unsure.
function doubtful(one: PlannedStandard, outcome: Outcome, { encounter }: Talk): MarkDraft | null {
  const formOnly = encounter.turns.length === 0 && encounter.answers.length > 0;
  if (formOnly && !one.readsForm) return null;
  return unsureMark(one, outcome.why ?? 'it could not be told');
}

function unsureMark({ from: { standard } }: { readonly from: CompiledStandard }, why: string): MarkDraft {
  const { id, version } = standard;
  return { standard: id, version, marker: 'cue', verdict: 'unsure', confidence: 0, evidence: [], why };
}

// Adds quotes that aren't there yet, to the most that are shown.
function quote(shown: Evidence[], more: readonly Evidence[]): void {
  for (const one of more) {
    if (shown.length >= mostQuotes) return;
    if (one.to <= one.from) continue;
    let known = false;
    for (const other of shown) known ||= other.turn === one.turn && other.from === one.from && other.to === one.to;
    if (!known) shown.push(one);
  }
}

function kindsOf(kinds: readonly NamedCheck[], evaluation: Evaluation): string[] {
  const found: string[] = [];
  for (const { name, check } of kinds) if (!found.includes(name) && evaluation.truth(check) === 'yes') found.push(name);
  return found;
}

// Each turn once: words explain what stands near them, so where they come again matters.
function tellingWords(
  named: readonly NamedCheck[],
  evaluation: Evaluation,
): { readonly name: string; readonly evidence: Evidence }[] {
  const telling: { readonly name: string; readonly evidence: Evidence }[] = [];
  for (const { name, check } of named) {
    if (evaluation.truth(check) !== 'yes') continue;
    const turns = new Map<number, Evidence>();
    for (const { evidence } of evaluation.outcome(check).found)
      if (evidence[0]) turns.set(evidence[0].turn, evidence[0]);
    for (const evidence of [...turns.values()].slice(0, mostHeard)) telling.push({ name, evidence });
  }
  return telling;
}

const sentenceEnds = '.?!\n';

// The sentence in which the customer first gives a reason.
function reasonOf({ reasons }: LanguagePlan, evaluation: Evaluation, talk: Talk): Evidence | undefined {
  let first: Evidence | undefined;
  for (const { check } of reasons) {
    if (evaluation.truth(check) !== 'yes') continue;
    const quoted = evaluation.outcome(check).found[0]?.evidence[0];
    if (quoted && (!first || quoted.turn < first.turn || (quoted.turn === first.turn && quoted.from < first.from)))
      first = quoted;
  }
  if (!first) return undefined;
  const { text } = talk.encounter.turns[first.turn]!;
  let { from, to } = first;
  while (from > 0 && !sentenceEnds.includes(text[from - 1]!)) from--;
  while (from < first.from && /\s/.test(text[from]!)) from++;
  while (to < text.length && !sentenceEnds.includes(text[to]!)) to++;
  return talk.evidence(first.turn, from, to < text.length && text[to] !== '\n' ? to + 1 : to);
}

// No pack speaks the language: nothing was looked for, and that is said once, not in every mark.
function unspoken(compiled: CompiledPacks, encounter: Encounter, language: string): EncounterMarks {
  return {
    ...unmarked(compiled, encounter, 'language'),
    why: `no set of standards speaks the language "${language}"`,
  };
}

function unmarked(compiled: CompiledPacks, { channel }: Encounter, why: string): EncounterMarks {
  const marks = compiled.standards.filter((one) => isFor(one, channel)).map((from) => unsureMark({ from }, why));
  return { kinds: [], marks, notApplicable: compiled.standards.length - marks.length };
}
