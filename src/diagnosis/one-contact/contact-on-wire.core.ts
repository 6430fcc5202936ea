// A contact and what was said of it, as one page shows them.
import { present } from '../../kernel/present.ts';
import { isDayOnly, type Contact } from '../../contacts/contact.core.ts';
import type { Mark } from '../../marking/mark.core.ts';
import { type Evidence, type Standard, tellingEvidence } from '../../standards/standard.core.ts';
import type { PeopleSaid } from '../../review/review-mark.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import type { Finding } from '../finding.core.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import { quoted } from '../report/shown.core.ts';

/** Facts, turns and answers, but for who served and what was said of it. */
export function factsShown(contact: Contact) {
  const { startedAt, startedLocal } = contact;
  return {
    id: contact.id,
    version: contact.version,
    source: contact.source,
    channel: contact.channel,
    language: contact.language,
    timing: contact.timing,
    consentBasis: contact.consentBasis,
    repFrom: contact.repFrom,
    repCertainty: contact.repCertainty,
    notes: [...contact.notes],
    turns: contact.turns.map(({ speaker, text, start, end, pauses }) => ({
      speaker,
      text,
      ...present({ start, end }),
      ...(pauses ? { pauses: pauses.map(({ at, seconds }) => ({ at, seconds })) } : {}),
    })),
    answers: contact.answers.map(({ question, answer }) => ({ question, answer })),
    holds: contact.holds?.map(({ from, to, kind }) => ({ from, to, kind })) ?? null,
    ...present({
      direction: contact.direction,
      heardBy: contact.heardBy,
      startedAt: isDayOnly(startedLocal) ? undefined : startedAt,
      startedLocal,
      day: startedAt === undefined ? undefined : (startedLocal ?? startedAt).slice(0, 10),
      durationSeconds: contact.durationSeconds,
      outcome: contact.outcome,
      outcomeStated: contact.outcomeStated,
      productAsked: contact.productAsked,
      priceQuoted: contact.priceQuoted,
      rings: contact.rings,
      secondsToAnswer: contact.secondsToAnswer,
    }),
  };
}

/** The reason in the customer's words, where it was found. */
export function reasonShown(contact: Contact, reason: Evidence | undefined) {
  const [said] = reason ? quoted(contact, [reason]) : [];
  return said ? { reason: said } : {};
}

/** A mark with its standard in words and its quotes. */
export function markShown(mark: Mark, contact: Contact, standard: Standard, finding: Finding | undefined) {
  return {
    id: mark.id,
    standard: mark.standard,
    title: titleOf(standard),
    says: standard.says,
    kind: standard.kind,
    weight: standard.weight,
    firstImpression: standard.firstImpression,
    verdict: mark.verdict,
    marker: mark.marker,
    confidence: mark.confidence,
    evidence: quoted(contact, tellingEvidence(mark, standard.kind)),
    ...present({
      failing: standard.failing,
      instead: standard.instead,
      because: standard.because,
      searched: mark.searched,
      why: mark.why,
      finding: finding?.id,
    }),
  };
}

/** What reviewers say, with the standards in words and the quotes. */
export function peopleShown(says: readonly PeopleSaid[], contact: Contact, standards: ReadonlyMap<string, Standard>) {
  return says.flatMap((one) => {
    const standard = standards.get(one.standard);
    const { verdict, by, mark } = one;
    return standard
      ? [
          {
            standard: standard.id,
            title: titleOf(standard),
            kind: standard.kind,
            verdict,
            by,
            mark,
            evidence: quoted(contact, one.evidence),
          },
        ]
      : [];
  });
}

/** First impressions: how it was answered, and what was said of the standards that count as one. */
export function firstImpressionOf(
  contact: Contact,
  marks: readonly Pick<Mark, 'id' | 'standard' | 'verdict'>[],
  of: ReadonlySet<string>,
) {
  const own = marks.filter((mark) => of.has(mark.standard));
  const counted = (verdict: Mark['verdict']): number => own.filter((mark) => mark.verdict === verdict).length;
  return {
    ...present({ rings: contact.rings, secondsToAnswer: contact.secondsToAnswer }),
    met: counted('met'),
    failed: counted('failed'),
    marks: own.map((mark) => mark.id),
  };
}

/** The ladder of a failure in short. */
export function ladderShown(
  { id, mark, standard, standing, leading, odds, rungs }: Finding,
  { rungs: asked }: LadderSettings,
) {
  return {
    mark,
    finding: id,
    standard,
    standing,
    leading: [...leading],
    odds,
    rungs: rungs.map(({ rung, answer, pointsTo, sentence }) => ({
      rung,
      asks: asked[rung - 1]?.asks ?? '',
      answer,
      sentence,
      ...present({ pointsTo }),
    })),
  };
}
