// The ladder: twelve questions in order, the environment before the person, answered for one failure as of its moment.
// Nothing here reads a clock or a database: the same failure, book, rates and settings give the same finding.
import { contentId } from '../kernel/digest.ts';
import { type ConfirmedPattern, isConfirmed } from './confirmed/confirmed-pattern.core.ts';
import { type Cause, causes, type Finding, type Rung } from './finding.core.ts';
import { factorsOf, oddsAfter } from './ladder/odds.core.ts';
import { readFollowed } from './ladder/followed.core.ts';
import { readOwnAnswer } from './ladder/own-answer.core.ts';
import type { Asked, AskRung, Reading } from './ladder/reading.core.ts';
import { nothingWritten } from './ladder/rung-01-written.core.ts';
import { nobodysDuty } from './ladder/rung-02-duty.core.ts';
import { policyDemanded } from './ladder/rung-03-policy.core.ts';
import { beyondAuthority } from './ladder/rung-04-authority.core.ts';
import { procedureUnfit } from './ladder/rung-05-procedure.core.ts';
import { shortOfMeans } from './ladder/rung-06-load.core.ts';
import { noFeedback } from './ladder/rung-07-feedback.core.ts';
import { notCertified } from './ladder/rung-08-training.core.ts';
import { peersFailToo } from './ladder/rung-09-peers.core.ts';
import { insideLimits } from './ladder/rung-10-limits.core.ts';
import { choseNotTo } from './ladder/rung-11-choice.core.ts';
import { triedAndStill } from './ladder/rung-12-cycles.core.ts';
import { pointsTo, standingOf } from './ladder/standing.core.ts';
import { readWords } from './ladder/words.core.ts';

const rungs: readonly AskRung[] = [
  nothingWritten,
  nobodysDuty,
  policyDemanded,
  beyondAuthority,
  procedureUnfit,
  shortOfMeans,
  noFeedback,
  notCertified,
  peersFailToo,
  insideLimits,
  choseNotTo,
  triedAndStill,
];

/** The questions about the environment: personnel may be named only past a recorded no to each of them. */
const environment = 10;

/**
 * Asks all twelve questions of one failure.
 * @param outsideLimits does the site stand outside the limits of all sites for this standard?
 * @param confirmed patterns that a verified fix has shown to be right
 */
export function climb(asked: Asked, outsideLimits: boolean, confirmed: readonly ConfirmedPattern[] = []): Finding {
  const { failure, settings } = asked;
  const heard = rungs.map((ask, index) => answer(asked, index + 1, ask(asked)));
  const readings = heard.map((reading, index) => (index < environment ? reading : sparePerson(reading, heard)));
  const factors = factorsOf(readings, settings);
  const personnelNamed = readings.some((reading) => reading.pointsTo.includes('personnel'));
  const odds = oddsAfter(factors, settings, personnelNamed);
  const answered = readings.map((reading, index) => toRung(reading, index + 1, factors[index]!));
  const leading = causes
    .filter((cause) => answered.some((rung) => pointsTo(rung, cause)))
    .toSorted((a, b) => odds[b] - odds[a]);
  return {
    id: contentId('f', failure.mark.id),
    mark: failure.mark.id,
    contact: failure.mark.contact,
    standard: failure.standard.id,
    odds,
    standing: standingOf({
      leading,
      rungs: answered,
      readers: failure.readers,
      outsideLimits,
      fixMoved: leading[0] !== undefined && isConfirmed(confirmed, ofFailure(failure, leading[0])),
    }),
    rungs: answered,
    leading,
    gaps: gapsOf(readings),
  };
}

/** A failure at no known site is nobody's pattern but that of all sites. */
function ofFailure({ standard, site }: Asked['failure'], cause: Cause): Parameters<typeof isConfirmed>[1] {
  return { standard: standard.id, cause, site: site ?? '' };
}

/**
 * What was found of this very contact goes before all. Then dated records; where they are silent the owner's own answer; then the words of the contact. A general "no" of the
 * owner's doesn't outweigh what was said in this very contact: "on most days" is not that day.
 */
function answer(asked: Asked, rung: number, recorded: Reading): Reading {
  const followed = readFollowed(asked, rung, recorded);
  if (followed) return followed;
  const own = readOwnAnswer(asked, rung, recorded);
  if (own?.answer === 'yes') return own;
  const heard = readWords(asked, rung, recorded);
  return heard?.answer === 'yes' ? heard : (own ?? heard ?? recorded);
}

/** Takes the point off a yes about the person, unless it and a no to everything before it are each on a dated record. */
function sparePerson(reading: Reading, all: readonly Reading[]): Reading {
  if (reading.answer !== 'yes') return reading;
  const open = all
    .slice(0, environment)
    .flatMap((one, index) => (one.answer === 'no' && isRecorded(one) ? [] : [index + 1]));
  if (open.length === 0 && isRecorded(reading)) return reading;
  const why =
    open.length > 0
      ? `question${open.length > 1 ? 's' : ''} ${open.join(', ')} ${open.length > 1 ? 'have' : 'has'} no recorded no`
      : 'only words say so';
  return { ...reading, pointsTo: [], sentence: `${reading.sentence} Not held against the person: ${why}.` };
}

/** Records missing. Asking the person (11 and 12) is only owed once the place is cleared. */
function gapsOf(readings: readonly Reading[]): Finding['gaps'] {
  const cleared = readings.slice(0, environment).every((one) => one.answer === 'no' && isRecorded(one));
  return readings.flatMap((reading, index): { area: Cause; rung: number }[] =>
    reading.gap && (index < environment || cleared) ? [{ area: reading.gap, rung: index + 1 }] : [],
  );
}

/** From a dated record: words of the contact and an owner's recollection are not enough to name a person. */
function isRecorded(reading: Reading): boolean {
  return reading.readFrom.some((from) => from.kind !== 'words' && from.kind !== 'own-answer') && !saidInWords(reading);
}

function saidInWords(reading: Reading): boolean {
  return reading.readFrom[0]?.kind === 'words';
}

function toRung(reading: Reading, rung: number, factors: Partial<Record<Cause, number>>): Rung {
  const [first] = reading.pointsTo;
  return {
    rung,
    answer: reading.answer,
    ...(first ? { pointsTo: first } : {}),
    ...(reading.detail ? { detail: reading.detail } : {}),
    ...(reading.level ? { level: reading.level } : {}),
    fromWords: saidInWords(reading),
    readFrom: reading.readFrom,
    sentence: reading.sentence,
    factors,
  };
}
