// Disputes as text for a screen: what waits for whom until when, and one whole. Words come from people: one line each, and nothing in
// them moves the cursor.
import { countOf } from '../kernel/counts.ts';
import { wrapped } from '../kernel/wrap.ts';
import type {
  AnsweredDispute,
  DisputeOnWire,
  DisputesOnWire,
  ListedDispute,
} from '../review/disputes/disputes.shape.ts';
import { inertLine } from './report/inert.view.ts';

export function disputesText({ disputes, open, late }: DisputesOnWire, columns: number): string {
  if (disputes.length === 0)
    return 'No mark is disputed. Whoever served disputes one in the app, beside the mark on their own contact.';
  const sum = `${countOf(disputes.length, 'dispute')}, ${open} open, ${late} late.`;
  return [...disputes.flatMap((one) => [...brief(one, columns), '']), sum].join('\n');
}

function brief(one: ListedDispute, columns: number): string[] {
  const { id, standard, groundSays, site, day } = one;
  const where = [site === null ? '' : inertLine(site.name, 40), day ?? ''].filter(Boolean).join(', ');
  return [
    ...wrapped(`${inertLine(standard.title, 120)}: ${groundSays}`, columns),
    ...wrapped(standing(one), columns, 4),
    `    ${id}   ${where}`,
  ];
}

function standing({ stateSays, waitsFor, due, late, daysLeft }: ListedDispute): string {
  if (due === null) return stateSays;
  const whom = waitsFor === null ? '' : ` by ${inertLine(waitsFor, 40)}`;
  const left = daysLeft === null || late ? '' : `, ${countOf(daysLeft, 'working day')} left`;
  return `${stateSays}${whom} until ${due}${late ? ' (late)' : left}`;
}

export function disputeText(one: DisputeOnWire, columns: number): string {
  const { says, instruction, quotes, standardSays, answers, events } = one;
  return [
    ...brief(one, columns),
    '',
    ...wrapped(`the standard: ${inertLine(standardSays, 400)}`, columns),
    ...quotes.flatMap(({ turn, quote }) => wrapped(`turn ${turn + 1}: "${inertLine(quote, 300)}"`, columns, 2)),
    ...wrapped(`who served says: ${inertLine(says, 2000)}`, columns),
    ...(instruction === null ? [] : wrapped(`the instruction: ${instructionText(instruction)}`, columns)),
    ...answers.flatMap((given) =>
      wrapped(`round ${given.round}, ${given.answerSays}: ${inertLine(given.says, 2000)}`, columns),
    ),
    '',
    ...events.map(
      ({ at, kind, by, says: said }) =>
        `  ${at.slice(0, 10)}  ${kind} by ${inertLine(by, 40)}${said === '' ? '' : `: ${inertLine(said, 160)}`}`,
    ),
  ].join('\n');
}

function instructionText(told: NonNullable<DisputeOnWire['instruction']>): string {
  const { kind, document, version, part, on } = told;
  const when = on === undefined ? '' : `, ${on}`;
  if (kind === 'word') return `somebody’s word${when}`;
  return `${kind} ${inertLine(document ?? '', 80)}, version ${version ?? ''}, part ${part ?? ''}${when}`;
}

const does: Readonly<Record<AnsweredDispute['effect'], string>> = {
  struck: 'Kept. The mark is struck and counts no more; `customary diagnose` or a running server finds causes anew.',
  'not-theirs': 'Kept. Who served was corrected; `customary diagnose` or a running server finds causes anew.',
  instruction: 'Kept. The mark stays; `customary diagnose` or a running server reads its cause with the instruction.',
  none: 'Kept. The mark stays as it is.',
};

export function answeredText({ effect }: AnsweredDispute): string {
  return does[effect];
}
