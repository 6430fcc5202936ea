// Marks one encounter by every standard of some packs. The same encounter and packs give the same marks, byte for byte.
import type { Channel, Encounter } from '../encounter.core.ts';
import type { EncounterMarks, Evidence, MarkDraft } from '../standard.core.ts';
import type { CompiledPacks, CompiledStandard, Linked } from './compiled.core.ts';
import { Evaluation } from './evaluate.ts';
import type { Outcome } from './outcome.ts';
import { scan } from './scan.ts';
import { Talk } from './talk.ts';

/**
 * How sure a mark is that doesn't rest on words that were heard, before doubts about the speaker and the hearing: a clock or a
 * form, or having looked and found nothing. Our assumption until reviewers have measured it.
 */
const withoutWords = { measured: 0.99, absent: 0.8 } as const;
const mostQuotes = 6;

/** The same telling words are kept this often in one contact. */
const mostHeard = 8;

/** Every mark of one encounter, its kinds, the customer's reason and the telling words in it. Not-applicable is only counted. */
export function markEncounter(compiled: CompiledPacks, encounter: Encounter): EncounterMarks {
  const language = encounter.language.toLowerCase().split(/[-_]/)[0]!;
  if (!compiled.languages.has(language)) return unspoken(compiled, encounter, language);
  const talk = new Talk(encounter);
  const evaluation = new Evaluation(compiled, talk, scan(compiled, talk));
  const marks: MarkDraft[] = [];
  let notApplicable = 0;
  for (const one of compiled.standards) {
    const mark =
      one.language === language && isFor(one, encounter.channel) ? markStandard(one, evaluation, talk) : null;
    if (mark) marks.push(mark);
    else notApplicable++;
  }
  const kinds = compiled.kinds
    .filter((index) => compiled.situations[index]!.language === language && evaluation.situation(index).truth === 'yes')
    .map((index) => compiled.situations[index]!.name);
  const reason = reasonOf(compiled, evaluation, talk, language);
  const heard = compiled.heard.flatMap(({ name, condition, language: spoken }) => {
    const outcome = spoken === language ? evaluation.outcome(condition) : null;
    if (outcome?.truth !== 'yes') return [];
    // Each turn once: words explain what stands near them, so where they come again matters.
    const turns = new Map(outcome.found.flatMap(({ evidence: [first] }) => (first ? [[first.turn, first]] : [])));
    return [...turns.values()].slice(0, mostHeard).map((evidence) => ({ name, evidence }));
  });
  return {
    kinds: [...new Set(kinds)],
    ...(reason ? { reason } : {}),
    marks,
    notApplicable,
    ...(heard.length > 0 ? { heard } : {}),
  };
}

// A mystery shop is a visit or a call, so it counts for both.
function isFor({ standard }: CompiledStandard, channel: Channel): boolean {
  const { channels } = standard;
  return (
    channels.length === 0 ||
    channels.includes(channel) ||
    (channel === 'shop' && (channels.includes('visit') || channels.includes('phone')))
  );
}

function markStandard(one: CompiledStandard, evaluation: Evaluation, talk: Talk): MarkDraft | null {
  const applies = one.appliesWhen ? evaluation.outcome(one.appliesWhen) : null;
  if (applies?.truth === 'no') return null;
  if (one.standard.kind === 'atrocity') return markAtrocity(one, applies, evaluation, talk);
  const failed = one.failedWhen ? evaluation.outcome(one.failedWhen) : null;
  const met = one.metWhen ? evaluation.outcome(one.metWhen) : null;
  if (applies?.truth === 'unsure') return doubtful(one, applies, talk);
  if (failed?.truth === 'yes') return decided(one, talk, 'failed', failed, applies);
  if (failed?.truth === 'unsure') return doubtful(one, failed, talk);
  if (met?.truth === 'yes') return decided(one, talk, 'met', met, applies);
  if (met?.truth === 'unsure') return doubtful(one, met, talk);
  if (met && failed)
    return draft(one, {
      verdict: 'unsure',
      confidence: 0,
      evidence: [],
      why: 'neither what meets it nor what fails it was found',
    });
  return met ? decided(one, talk, 'failed', met, applies) : decided(one, talk, 'met', failed!, applies);
}

function markAtrocity(
  one: CompiledStandard,
  applies: Outcome | null,
  evaluation: Evaluation,
  talk: Talk,
): MarkDraft | null {
  const done = evaluation.outcome(one.doneWhen!);
  if (done.truth === 'yes' && applies?.truth !== 'unsure') return decided(one, talk, 'failed', done, applies);
  const could = one.couldWhen ? evaluation.outcome(one.couldWhen) : null;
  if (could?.truth === 'no' && done.truth === 'no') return null;
  const doubt = [applies, done, could].find((outcome) => outcome?.truth === 'unsure');
  if (doubt) return doubtful(one, doubt, talk);
  return decided(one, talk, 'met', done, applies);
}

// A verdict rests on what was found for or against it, or on having looked and found nothing: then what was looked through, and
// beside it the words that made the standard apply.
function decided(
  one: CompiledStandard,
  talk: Talk,
  verdict: 'met' | 'failed',
  outcome: Outcome,
  applies: Outcome | null,
): MarkDraft {
  const occurrences = outcome.truth === 'yes' ? outcome.found : outcome.against;
  const byWords = occurrences.length > 0;
  const absent = !byWords && !outcome.measured;
  const context = [...(applies?.found[0]?.evidence ?? []), ...outcome.beside];
  const evidence = quotes(
    byWords ? occurrences.flatMap((occurrence) => occurrence.evidence) : verdict === 'failed' ? context : [],
  );
  const last = Math.max(0, talk.encounter.turns.length - 1);
  const base = outcome.measured ? withoutWords.measured : absent ? withoutWords.absent : occurrences[0]!.sureness;
  const heard = talk.hearing(
    byWords ? evidence.map((quote) => quote.turn) : talk.encounter.turns.map((_, turn) => turn),
  );
  const known = dependsOnSpeaker(one) ? talk.encounter.repCertainty : 1;
  return draft(one, {
    verdict,
    confidence: Math.round(base * (outcome.measured ? 1 : heard) * known * 1000) / 1000,
    evidence,
    ...(absent ? { searched: outcome.searched ?? { fromTurn: 0, toTurn: last } } : {}),
  });
}

// A form without words leaves nothing to listen to: what would be read from speech doesn't apply to it, where a call whose
// words or times are missing stays unsure.
function doubtful(one: CompiledStandard, outcome: Outcome, { encounter }: Talk): MarkDraft | null {
  const formOnly = encounter.turns.length === 0 && encounter.answers.length > 0;
  if (formOnly && !readsForm(one)) return null;
  return draft(one, { verdict: 'unsure', confidence: 0, evidence: [], why: outcome.why ?? 'it could not be told' });
}

function draft({ standard }: CompiledStandard, rest: Omit<MarkDraft, 'standard' | 'version' | 'marker'>): MarkDraft {
  return { standard: standard.id, version: standard.version, marker: 'cue', ...rest };
}

function quotes(all: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  const once = all.filter(
    ({ turn, from, to }) => to > from && !seen.has(`${turn}:${from}-${to}`) && seen.add(`${turn}:${from}-${to}`),
  );
  return once.slice(0, mostQuotes).toSorted((a, b) => a.turn - b.turn || a.from - b.from || a.to - b.to);
}

const speakerMatters = new WeakMap<CompiledStandard, boolean>();

function dependsOnSpeaker(one: CompiledStandard): boolean {
  const known = speakerMatters.get(one);
  if (known !== undefined) return known;
  const matters = [one.appliesWhen, one.metWhen, one.failedWhen, one.doneWhen, one.couldWhen].some(
    (condition) => condition !== undefined && namesSpeaker(condition),
  );
  speakerMatters.set(one, matters);
  return matters;
}

// Whether a standard looks at the form, or at what whoever filled it in could count.
function readsForm(one: CompiledStandard): boolean {
  return [one.appliesWhen, one.metWhen, one.failedWhen, one.doneWhen, one.couldWhen].some(
    (condition) => condition !== undefined && asksForm(condition),
  );
}

function asksForm({ core }: Linked): boolean {
  return core.kind === 'answered' || ('of' in core && Array.isArray(core.of) && core.of.some(asksForm));
}

function namesSpeaker(condition: Linked): boolean {
  const { core } = condition;
  if ((condition.by !== undefined && condition.by !== 'anyone') || core.kind === 'words' || core.kind === 'situation')
    return true;
  const inside =
    core.kind === 'all' ||
    core.kind === 'any' ||
    core.kind === 'none' ||
    core.kind === 'first-known' ||
    core.kind === 'at-least'
      ? core.of
      : [];
  return [
    ...inside,
    condition.before,
    condition.after,
    condition.notBefore,
    condition.notAfter,
    condition.near?.of,
  ].some((other) => other !== undefined && namesSpeaker(other));
}

// The sentence in which the customer first gives a reason.
function reasonOf(compiled: CompiledPacks, evaluation: Evaluation, talk: Talk, language: string): Evidence | undefined {
  let first: Evidence | undefined;
  for (const { condition, language: spoken } of compiled.reasons) {
    if (spoken !== language) continue;
    const outcome = evaluation.outcome(condition);
    const quote = outcome.truth === 'yes' ? outcome.found[0]?.evidence[0] : undefined;
    if (quote && (!first || quote.turn < first.turn || (quote.turn === first.turn && quote.from < first.from)))
      first = quote;
  }
  if (!first) return undefined;
  const { text } = talk.encounter.turns[first.turn]!;
  let { from, to } = first;
  while (from > 0 && !/[.?!\n]/.test(text[from - 1]!)) from--;
  while (from < first.from && /\s/.test(text[from]!)) from++;
  while (to < text.length && !/[.?!\n]/.test(text[to]!)) to++;
  return talk.evidence(first.turn, from, to < text.length && text[to] !== '\n' ? to + 1 : to);
}

// No pack speaks the language: nothing was looked for, and that is said once, not in every mark.
function unspoken(compiled: CompiledPacks, encounter: Encounter, language: string): EncounterMarks {
  const why = `no set of standards speaks the language "${language}"`;
  const applying = compiled.standards.filter((one) => isFor(one, encounter.channel));
  const marks = applying.map((one) => draft(one, { verdict: 'unsure', confidence: 0, evidence: [], why: 'language' }));
  return { kinds: [], marks, notApplicable: compiled.standards.length - applying.length, why };
}
