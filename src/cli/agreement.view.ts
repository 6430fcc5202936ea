// How far people agree, and calibrations, as text for a screen. Words come from people: one line each, and nothing in them moves the
// cursor.
import { countOf, hundredths } from '../kernel/counts.ts';
import { wrapped } from '../kernel/wrap.ts';
import type { AgreementOnWire, StandardAgreementOnWire } from '../review/agreement/agreement.shape.ts';
import type { CalibrationOnWire, CalibrationsOnWire } from '../review/calibration/calibration.shape.ts';
import { verdictWord } from '../standards/verdict-words.core.ts';
import { inertLine } from './report/inert.view.ts';

const standings: Readonly<Record<StandardAgreementOnWire['standing'], string>> = {
  'reword-or-split': 'reword or split',
  open: 'not clear yet',
  holds: 'people agree',
  'all-alike': 'all alike so far',
  'too-few': 'too few to say',
};
const order = Object.keys(standings);

/** A row a standard, poor ones first; then who reviews, for those who answer for them. */
export function agreementText({ standards, reviewers, rule, doubles }: AgreementOnWire, columns: number): string {
  if (standards.length === 0)
    return 'No contact was reviewed by people yet. Make a plan under Reviews in the app; a share of it is seen by two.';
  const sorted = standards.toSorted(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || (a.title < b.title ? -1 : 1),
  );
  const rows = sorted.map((one) => [
    inertLine(one.title, 40),
    standings[one.standing],
    String(one.units),
    one.same === null ? '' : `${hundredths(one.same)} %`,
    within(one.alpha, one.alphaInterval),
    one.ac1 === null ? '' : one.ac1.toFixed(2),
  ]);
  const poor = sorted.filter((one) => one.standing === 'reword-or-split');
  return [
    ...table([['standard', 'agreement', 'doubles', 'same', 'alpha', 'AC1'], ...rows]),
    '',
    ...poor.flatMap((one) => wrapped(`${inertLine(one.title, 80)}: ${one.differs ?? one.told.join(' ')}`, columns)),
    ...(reviewers.length === 0 ? [] : [...whoReviews(reviewers), '']),
    ...wrapped(
      `${countOf(doubles, 'double review')}: one standard in one contact, by two who didn’t see each other’s marks. Alpha is agreement beyond chance, 1 always and 0 as by chance; it should reach ${rule.floor} from ${rule.doubles} double reviews on.`,
      columns,
    ),
  ].join('\n');
}

/** One standard in sentences, with what each marker agrees to and what calibrations decided. */
export function oneAgreementText({ standards, outcomes }: AgreementOnWire, standard: string, columns: number): string {
  const one = standards.find((each) => each.standard === standard);
  if (!one) return 'Nobody has reviewed a contact by this standard yet.';
  return [
    ...wrapped(`${inertLine(one.title, 120)}: ${standings[one.standing]}`, columns),
    ...one.told.flatMap((sentence) => wrapped(sentence, columns, 2)),
    ...(one.differs === null ? [] : wrapped(one.differs, columns, 2)),
    ...(one.alpha === null
      ? []
      : [`  alpha ${within(one.alpha, one.alphaInterval)}, AC1 ${within(one.ac1, one.ac1Interval)}`]),
    ...one.machine.map(
      ({ marker, contacts, kappa }) =>
        `  ${marker}: kappa with people ${kappa === null ? 'not known' : kappa.toFixed(2)}, in ${countOf(contacts, 'contact')}`,
    ),
    ...outcomes.flatMap(({ on, name, decision, note }) =>
      wrapped(`${on}, ${inertLine(name, 80)}: ${decision}. ${inertLine(note, 400)}`, columns, 2),
    ),
  ].join('\n');
}

function whoReviews(reviewers: AgreementOnWire['reviewers']): string[] {
  const rows = reviewers.map(({ name, member, you, marks, doubles, same, strictness }) => [
    inertLine(you ? 'you' : (name ?? member), 40),
    String(marks),
    String(doubles),
    same === null ? '' : `${hundredths(same)} %`,
    strictness === null ? '' : strictWord(strictness.drawn),
  ]);
  return ['', ...table([['reviewer', 'marks', 'doubles', 'same', 'says missed'], ...rows])];
}

function strictWord({ by, low, high }: { readonly by: number; readonly low: number; readonly high: number }): string {
  if (low <= 0 && high >= 0) return 'as others do';
  return `${Math.abs(hundredths(by))} in 100 ${by > 0 ? 'oftener' : 'more seldom'} than others`;
}

const states: Readonly<Record<CalibrationsOnWire['calibrations'][number]['state'], string>> = {
  marking: 'being marked blind',
  talking: 'being talked over',
  closed: 'closed',
  dropped: 'taken back',
};

/** Every calibration, the newest first. */
export function calibrationsText({ calibrations }: CalibrationsOnWire, columns: number): string {
  if (calibrations.length === 0) return 'There was no calibration yet. Begin one under Calibrations in the app.';
  return calibrations
    .flatMap(({ id, name, state, due, contacts, standards, people, allIn, same, reworded }) => [
      `${inertLine(name, 120)}   ${id}`,
      ...wrapped(
        `${states[state]}${state === 'marking' ? ` until ${due}` : ''}; ${countOf(contacts, 'contact')} by ${countOf(standards.length, 'standard')}, ${allIn} of ${countOf(people, 'person', 'people')} in`,
        columns,
        4,
      ),
      ...(same === null
        ? []
        : wrapped(
            `all said the same ${same.times} times of ${same.of}${reworded === 0 ? '' : `; ${countOf(reworded, 'standard')} to reword or split`}`,
            columns,
            4,
          )),
      '',
    ])
    .join('\n')
    .trimEnd();
}

/** One calibration: its standards, where people differed, and the key. */
export function calibrationText(told: CalibrationOnWire, columns: number): string {
  const { id, name, state, due, standards, contacts, people, allIn } = told;
  const kinds = new Map(standards.map((one) => [one.id, one]));
  const differing = contacts.flatMap(({ contact, cells }) =>
    cells.filter((one) => !one.same).map((one) => ({ contact, ...one })),
  );
  return [
    `${inertLine(name, 120)}   ${id}`,
    `${states[state]}${state === 'marking' ? ` until ${due}` : ''}; ${allIn} of ${countOf(people.length, 'person', 'people')} in`,
    ...standards.flatMap(({ title, same, outcome }) =>
      wrapped(
        `${inertLine(title, 80)}${same === null ? '' : `: all said the same ${same.times} times of ${same.of}`}${outcome === null ? '' : `; ${outcome.decision}: ${inertLine(outcome.note, 300)}`}`,
        columns,
        2,
      ),
    ),
    ...(differing.length === 0 ? [] : ['', 'Where they differed:']),
    ...differing.flatMap(({ contact, standard, said, key }) => {
      const of = kinds.get(standard);
      const word = (verdict: (typeof said)[number]['verdict']): string =>
        verdictWord(verdict, of?.kind ?? 'standard').toLowerCase();
      const each = said.map(({ who, verdict }) => `${inertLine(who, 40)} ${word(verdict)}`).join(', ');
      return wrapped(
        `${contact}, ${inertLine(of?.title ?? standard, 80)}: ${each}; ${key === null ? 'no key yet' : `the key: ${word(key.verdict)}`}`,
        columns,
        2,
      );
    }),
  ].join('\n');
}

function within(value: number | null, interval: { readonly low: number; readonly high: number } | null): string {
  if (value === null) return '';
  return interval === null
    ? value.toFixed(2)
    : `${value.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}
