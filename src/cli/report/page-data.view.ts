// What the page's script reads: the worst failures with their contacts, and the figures that filters need. It is fitted to
// a size: first transcripts are cut to the turns around their quotes, then the least bad failures are left out.
import { causes } from '../../diagnosis/finding.core.ts';
import { inert, scriptJson } from './inert.view.ts';
import { drawnCauses } from './told.view.ts';
import { expectedElsewhere, shownRows } from './shown-sites.view.ts';
import { evidenceQuote, quotedInstead } from './quote.view.ts';
import type { ShownContact, ShownFailure } from '../../diagnosis/shown-failure.shape.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import {
  aboutAndLikely,
  channelNames,
  countsOf,
  headOf,
  kindName,
  missedInterval,
  titleOf,
  siteName,
  standingWords,
} from './wording.view.ts';

interface FitOptions {
  /** The rep's id beside each contact; off unless asked for. */
  readonly people: boolean;
  /** Most bytes the JSON may have. */
  readonly bytes: number;
}

/** JSON for the page's script element, at most `bytes` long where that can be reached, and how many failures went in. */
export function pageData(summary: ReportSummary, options: FitOptions): { json: string; failures: number } {
  for (const around of [Number.POSITIVE_INFINITY, 30, 10, 4]) {
    const json = dataOf(summary, summary.failures, around, options.people);
    if (Buffer.byteLength(json) <= options.bytes) return { json, failures: summary.failures.length };
  }
  let failures = summary.failures;
  for (;;) {
    failures = failures.slice(0, Math.floor(failures.length * 0.8));
    const json = dataOf(summary, failures, 4, options.people);
    if (Buffer.byteLength(json) <= options.bytes || failures.length === 0) return { json, failures: failures.length };
  }
}

function dataOf(summary: ReportSummary, failures: readonly ShownFailure[], around: number, people: boolean): string {
  const contacts = new Map(summary.contacts.map((contact) => [contact.id, contact]));
  const kept = failures.filter(
    (failure) => contacts.has(failure.contact) && summary.standards.some((row) => row.id === failure.standard),
  );
  const byContact = Map.groupBy(kept, (failure) => failure.contact);
  return scriptJson({
    words: { customer: sentenceCase(summary.organisation.words.customer) },
    sites: Object.fromEntries(
      [...new Set(summary.siteStandards.map((row) => row.site)), ...summary.sites.map((site) => site.id)].map((id) => [
        id,
        inert(siteName(summary, id)),
      ]),
    ),
    channels: Object.fromEntries(Object.entries(channelNames).map(([id, [one]]) => [id, one])),
    standing: standingWords,
    standards: Object.fromEntries(
      summary.standards.map((row) => [
        row.id,
        {
          says: inert(row.says),
          short: titleOf(row),
          head: headOf(row),
          kind: row.kind,
          ...(row.instead ? { instead: inert(row.instead) } : {}),
        },
      ]),
    ),
    ladder: Object.fromEntries(summary.ladder.map((one) => [one.rung, inert(one.asks)])),
    causes: drawnCauses(summary),
    wordsAlone: !summary.recordBrought,
    rates: rates(summary),
    expected: expected(summary),
    byMark: Object.fromEntries(kept.map((failure, at) => [failure.mark, at])),
    failures: kept.map((failure) => shownFailure(failure, contacts.get(failure.contact))),
    contacts: Object.fromEntries(
      [...byContact].map(([id, ones]) => [id, shownContact(contacts.get(id), ones, around, people)]),
    ),
  });
}

/** Per site and standard, then per cause, failures expected; '' stands for the sites that can't be chosen. */
function expected(summary: ReportSummary): unknown[] {
  const elsewhere = [...expectedElsewhere(summary)].map(([standard, sums]) => ({ site: '', standard, expected: sums }));
  return [...shownRows(summary), ...elsewhere].map((row) => [
    row.site,
    row.standard,
    ...causes.map((cause) => Math.round(row.expected[cause] * 100) / 100),
  ]);
}

/** Per site ('' is the whole organisation) and standard: what a row of rates shows. */
function rates(summary: ReportSummary): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const row of [
    ...summary.standards.map((one) => ({ ...one, site: '', standard: one.id })),
    ...shownRows(summary),
  ]) {
    const likely = missedInterval(row);
    (all[row.site] ??= {})[row.standard] = {
      met: row.met,
      failed: row.failed,
      ...aboutAndLikely(row),
      of: countsOf(row),
      span: likely && [round(likely.from), round(likely.to)],
    };
  }
  return all;
}

function shownFailure(failure: ShownFailure, contact: ShownContact | undefined): unknown {
  const { evidence, odds, rungs, ...rest } = failure;
  return {
    ...rest,
    quote: (contact && evidenceQuote(failure, contact, 140)) ?? '',
    ...(contact && quotedInstead(failure, contact) ? { instead: true } : {}),
    // The words of each piece are in the transcript already.
    evidence: evidence.map(({ turn, from, to }) => ({ turn, from, to })),
    ...(odds ? { odds } : {}),
    rungs: rungs.map((rung) => ({
      rung: rung.rung,
      answer: rung.answer,
      pointsTo: rung.pointsTo,
      fromWords: rung.fromWords,
      sentence: inert(rung.sentence),
      readFrom: rung.readFrom.map((from) => ({
        kind: from.kind,
        id: inert(from.id),
        version: from.version,
        part: from.part,
      })),
    })),
  };
}

function shownContact(
  contact: ShownContact | undefined,
  failures: readonly ShownFailure[],
  around: number,
  people: boolean,
): unknown {
  if (!contact) return null;
  const { person, kind, turns, source, answers, ...rest } = contact;
  const anchors = failures.flatMap((failure) =>
    failure.evidence.length > 0 ? failure.evidence.map((piece) => piece.turn) : [failure.searched?.fromTurn ?? 0],
  );
  return {
    ...rest,
    ...(kind ? { kind: kindName(inert(kind)) } : {}),
    ...(people && person ? { person: inert(person) } : {}),
    source: { file: inert(source.file) },
    answers: answers.map((one) => ({ question: inert(one.question), answer: inert(one.answer) })),
    turns: shownTurns(turns, anchors, around),
  };
}

/** Turns near a quote, with `cut` saying how many were left out between. */
function shownTurns(turns: ShownContact['turns'], anchors: readonly number[], around: number): unknown[] {
  const shown: unknown[] = [];
  let cut = 0;
  for (const [at, turn] of turns.entries()) {
    if (!anchors.some((anchor) => Math.abs(anchor - at) <= around)) {
      cut += 1;
      continue;
    }
    if (cut > 0) shown.push({ cut });
    cut = 0;
    const start = turn.start === undefined ? {} : { start: Math.round(turn.start) };
    shown.push({ at, speaker: turn.speaker, text: inert(turn.text), ...start });
  }
  if (cut > 0) shown.push({ cut });
  return shown;
}

function sentenceCase(word: string): string {
  return inert(word.charAt(0).toUpperCase() + word.slice(1));
}

function round(part: number): number {
  return Math.round(part * 1000) / 1000;
}
