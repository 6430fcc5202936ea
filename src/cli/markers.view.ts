// Markers as text for a screen: a list, one standard's card, what was learned.
import type { z } from 'zod';
import { countOf, finePercent } from '../kernel/counts.ts';
import type { MarkersShape, MarkerTrainingLineShape, OneMarkersShape } from '../learning/markers/markers.shape.ts';
import { whyNotSays } from '../learning/markers/why-not-says.core.ts';
import type { Verdict } from '../standards/standard.core.ts';
import { verdictWord } from '../standards/verdict-words.core.ts';
import { inertLine } from './report/inert.view.ts';

type Markers = z.infer<typeof MarkersShape>;
type OneStandard = z.infer<typeof OneMarkersShape>;
type Trained = Exclude<z.infer<typeof MarkerTrainingLineShape>, { kind: 'progress' }>;
interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Those that people marked first; the others are counted. */
export function listText({ standards }: Markers): string {
  const marked = standards.filter((one) => one.reviews > 0);
  const width = Math.max(0, ...marked.map((one) => one.standard.length));
  const lines = marked.map(({ standard, stands, learned, reviews, people }) =>
    [
      standard.padEnd(width),
      (stands === 'learned' ? 'learned' : 'cues').padEnd(8),
      learned ? `learned ${figure(learned.learned)}, cues ${figure(learned.cue)}` : 'nothing learned yet',
      people.kappa === null ? '' : `people among themselves ${people.kappa.toFixed(2)}`,
      countOf(reviews, 'review'),
    ]
      .filter((part) => part !== '')
      .join('  '),
  );
  const rest = standards.length - marked.length;
  return [
    ...lines,
    ...(rest > 0
      ? [`${countOf(rest, lines.length > 0 ? 'other standard' : 'standard')} that nobody has reviewed: the cues mark.`]
      : []),
    'Figures are agreement with people, Cohen’s kappa with its 95 % interval, on contacts of people not heard before.',
  ].join('\n');
}

/** The card of the marker that stands, or of the newest. */
export function showText(told: OneStandard): string {
  const shown = told.markers.find((one) => one.id === told.marker) ?? told.markers[0];
  const head = [
    `${told.standard}: ${inertLine(told.says, 200)}`,
    told.stands === 'learned'
      ? `A learned marker marks by it since ${told.since?.slice(0, 10)}.`
      : 'Its cues mark by it.',
  ];
  if (!shown) return [...head, `${countOf(told.reviews, 'review')} so far; nothing was learned yet.`].join('\n');
  const { card } = shown;
  const said = (verdict: Verdict): string => verdictWord(verdict, told.kind).toLowerCase();
  const words = (list: OneStandard['words']['met']): string =>
    list.map((one) => `“${inertLine(one.words, 40)}” (${one.by})`).join(', ') || 'none that several contacts share';
  return [
    ...head,
    `Learned on ${shown.madeAt.slice(0, 10)} from ${countOf(shown.reviews, 'review')}: ${said('met')} ${card.taughtBy.met}, ${said('failed')} ${card.taughtBy.failed}, ${said('not-applicable')} ${card.taughtBy.notApplicable}; of ${countOf(card.taughtBy.persons, 'person', 'people')} at ${countOf(card.taughtBy.sites, 'site')}.`,
    `Agreement with people: learned ${figure(shown.learned)}, cues ${figure(shown.cue)}, difference ${figure(shown.difference)}.`,
    `Better in ${shown.won} of ${shown.duels} pairs that one of the two told apart better; a coin became ${card.evidence.wealth.toPrecision(3)} of ${card.evidence.needed} needed.`,
    `Verdicts that changed with who speaks: ${shown.flips} of ${shown.pairs}.`,
    `Unsure in ${finePercent(card.figures.unsure.learned)} of the contacts, the cues in ${finePercent(card.figures.unsure.cue)}. Its chances are off by ${finePercent(card.figures.calibrationError)} on the mean.`,
    `Weighs for “${said('met')}”: ${words(told.words.met)}.`,
    `Weighs for “${said('failed')}”: ${words(told.words.failed)}.`,
    mayStand(shown.whyNot),
  ].join('\n');
}

/** Every marker of a standard, the newest first. */
export function compareText({ markers, marker }: OneStandard): string {
  if (markers.length === 0) return 'Nothing was learned of it yet.';
  return markers
    .map((one) =>
      [
        `${one.id}${one.id === marker ? ' (stands)' : ''}, ${one.madeAt.slice(0, 10)}, ${countOf(one.reviews, 'review')}`,
        `  learned ${figure(one.learned)}, cues ${figure(one.cue)}, difference ${figure(one.difference)}`,
        `  ${mayStand(one.whyNot)}`,
      ].join('\n'),
    )
    .join('\n');
}

export function trainedText(line: Trained): string {
  if (line.kind === 'too-few') return `${line.standard}: not learned. ${line.detail}`;
  const { figures } = line.card;
  return [
    `${line.standard}: learned ${figure(figures.learned)}, cues ${figure(figures.cue)}, difference ${figure(figures.difference)} (${countOf(figures.reviews, 'review')}).`,
    line.promoted ? '  It came in by itself, as was set.' : `  ${mayStand(line.whyNot)}`,
  ].join('\n');
}

function mayStand(whyNot: readonly (keyof typeof whyNotSays)[]): string {
  return whyNot.length === 0
    ? 'It may take the place of the cues.'
    : `It may not take the place of the cues: ${whyNot.map((one) => whyNotSays[one]).join('; ')}.`;
}

const figure = ({ value, low, high }: Figure): string =>
  `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
