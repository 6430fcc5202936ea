// What was learned about dissatisfied turns, and the turns themselves, as text for a screen.
import type { z } from 'zod';
import { countOf, finePercent } from '../kernel/counts.ts';
import type { DissatisfiedLineShape, DissatisfiedTurnShape, TrainingLineShape } from '../learning/learning.shape.ts';
import { inertLine } from './report/inert.view.ts';

type DissatisfiedLine = z.infer<typeof DissatisfiedLineShape>;
export type ShownTurn = z.infer<typeof DissatisfiedTurnShape>;
export type DoneLine = Extract<DissatisfiedLine, { kind: 'done' }>;
type FiguresLine = Extract<z.infer<typeof TrainingLineShape>, { kind: 'figures' }>;
type Figure = FiguresLine['figures']['kappa'];

const turnsShown = 20;
const quoteLength = 200;
const beforeLength = 120;

/** The figures, each with its 95 % interval. */
export function figuresText({ trainedOn, figures, folds }: Omit<FiguresLine, 'kind'>): string {
  const rows: [string, string][] = [
    ['of the turns it names, dissatisfied', percents(figures.precision)],
    ['of the dissatisfied turns, named', percents(figures.recall)],
    ['both in one figure, F1', hundredths(figures.f1)],
    ['agreement with the ratings, kappa', hundredths(figures.kappa)],
    ['order of all turns, average precision', hundredths(figures.averagePrecision)],
    ['  the same by chance', hundredth(figures.toFind / figures.rows)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${countOf(trainedOn.dialogues, 'dialogue')}, ${countOf(trainedOn.ratedTurns, 'rated turn')}, ${trainedOn.dissatisfied} of them dissatisfied (${finePercent(figures.toFind / figures.rows)}).`,
    `On dialogues it had not seen (${folds} folds), with 95 % intervals:`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
  ].join('\n');
}

/** The likeliest turns with their quotes, and what was looked at. */
export function listText(turns: readonly ShownTurn[], done: DoneLine): string {
  const shown = turns.slice(0, turnsShown).flatMap(({ likelihood, contact, turn, quote, before, day, site, file }) => {
    const place = [day, site].filter((one) => one !== undefined).map((one) => inertLine(one, 40));
    return [
      `${finePercent(likelihood).padStart(5)}  ${[...place, inertLine(file, 60)].join(', ')} (contact ${contact}, turn ${turn})`,
      ...(before === undefined ? [] : [`       to: “${inertLine(before, beforeLength)}”`]),
      `       “${inertLine(quote, quoteLength)}”`,
    ];
  });
  const { precision, recall } = done.model.figures;
  const more = turns.length > turnsShown ? ` The ${turnsShown} likeliest are shown; --csv FILE has all.` : '';
  return [
    ...shown,
    ...(shown.length > 0 ? [''] : []),
    `${countOf(turns.length, 'turn')} of ${done.turns} in ${countOf(done.contacts, 'contact')} named as dissatisfied.${more}`,
    ...(done.leftOut > 0
      ? [`Left out: ${countOf(done.leftOut, 'contact')} of which it isn’t known who the customer is.`]
      : []),
    `By what was learned on ${done.model.madeAt.slice(0, 10)} from ${countOf(done.model.trainedOn.ratedTurns, 'rated turn')}: on unseen ones ${finePercent(precision.value)} of those named were dissatisfied, and ${finePercent(recall.value)} of the dissatisfied were named.`,
  ].join('\n');
}

const percents = ({ value, low, high }: Figure): string =>
  `${finePercent(value)} (${finePercent(low)} to ${finePercent(high)})`;
const hundredth = (value: number): string => value.toFixed(2);
const hundredths = ({ value, low, high }: Figure): string =>
  `${hundredth(value)} (${hundredth(low)} to ${hundredth(high)})`;
