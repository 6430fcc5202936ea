// Letters as text for a screen: what waits for whom until when, and one letter whole. Their words come from people: one line each,
// and nothing in them moves the cursor.
import type { LetterFollowed } from '../fixes/letters/letters-followed.shape.ts';
import { countOf } from '../kernel/counts.ts';
import { wrapped } from '../kernel/wrap.ts';
import type { LetterOnWire, LettersOnWire, ListedLetter } from '../policies/letters/letters.shape.ts';
import { inertLine } from './report/inert.view.ts';

export function lettersText({ letters, open, overdue }: LettersOnWire, columns: number): string {
  if (letters.length === 0) return 'No letter yet. Anybody who signs in writes one under Letters in the app.';
  const sum = `${countOf(letters.length, 'letter')}, ${open} open, ${overdue} overdue.`;
  return [...letters.flatMap((one) => [...brief(one, columns), '']), sum].join('\n');
}

function brief(letter: ListedLetter, columns: number): string[] {
  const { number, headline, id, writer, shielded, site } = letter;
  const who = shielded ? 'a shielded writer' : inertLine(writer ?? 'a program', 40);
  const where = site === null ? '' : ` · ${inertLine(site.name, 40)}`;
  return [
    ...wrapped(`${number}. ${inertLine(headline, 160)}`, columns),
    ...wrapped(standing(letter), columns, 4),
    `    ${id}   ${who}, ${letter.sentOn}${where}`,
  ];
}

function standing({ stateSays, waitsFor, due, overdue, daysLeft }: ListedLetter): string {
  if (due === null) return stateSays;
  const whom = waitsFor === null ? '' : ` by ${inertLine(waitsFor, 40)}`;
  const left = daysLeft === null || overdue ? '' : `, ${countOf(daysLeft, 'working day')} left`;
  return `${stateSays}${whom} until ${due}${overdue ? ' (overdue)' : left}`;
}

export function letterText(letter: LetterOnWire, followed: LetterFollowed, columns: number): string {
  const { wrong, why, solution, reason, events, supporters } = letter;
  const parts = [
    ['what is wrong', wrong],
    ['why', why],
    ['instead', solution],
    ['answer', reason],
  ] as const;
  const came = [
    ...(followed.document === null ? [] : [`A new version of ${inertLine(followed.document, 80)} was begun.`]),
    ...(followed.fix === null
      ? []
      : [`Fix ${followed.fix.id}: ${followed.fix.stateSays}. ${followed.fix.sentences[0] ?? ''}`]),
    ...(followed.says === '' ? [] : [inertLine(followed.says, 300)]),
  ];
  return [
    ...brief(letter, columns),
    '',
    ...parts.flatMap(([name, words]) => (words === '' ? [] : wrapped(`${name}: ${inertLine(words, 2000)}`, columns))),
    ...(supporters === null ? [] : [`supporters: ${supporters}`]),
    '',
    ...events.map(
      ({ on, kind, by, says }) =>
        `  ${on}  ${kind} by ${inertLine(by, 40)}${says === '' ? '' : `: ${inertLine(says, 160)}`}`,
    ),
    ...came.flatMap((one) => wrapped(one, columns)),
  ].join('\n');
}
