// Fixes as text for a screen: what is done about what, how it stands, and what the contacts say.
import type { z } from 'zod';
import { sumOf, sumRange } from '../diagnosis/money/sums.core.ts';
import type { FixesShape, FixShape } from '../fixes/fixes.shape.ts';
import { inertLine } from './report/inert.view.ts';
import { wrapped } from '../kernel/wrap.ts';

type Fix = z.infer<typeof FixShape>;
type Fixes = z.infer<typeof FixesShape>;

/** Every fix in three lines or so, then what all of them come to. */
export function fixesText({ fixes, says }: Fixes, columns: number): string {
  return [...fixes.flatMap((fix) => [...brief(fix, columns), '']), ...wrapped(says, columns)].join('\n');
}

function brief(fix: Fix, columns: number): string[] {
  return [
    ...wrapped(`${inertLine(fix.title, 70)} at ${placesOf(fix)}: ${inertLine(fix.says, 160)}`, columns),
    ...wrapped(fix.sentences[0] ?? fix.stateSays, columns, 4),
    `    ${fix.id}   ${fix.stateSays}${fix.owner === undefined ? '' : ` · ${inertLine(fix.owner, 40)}`}${fix.due === undefined ? '' : ` · due ${fix.due}`}`,
  ];
}

/** One fix whole: what was agreed, what happened, what the contacts say, what can be done now. */
export function fixText(fix: Fix, columns: number): string {
  const rows: [string, string][] = [
    ['what fails', `${inertLine(fix.title, 80)} (${fix.cause})`],
    [
      'what is done',
      fix.says.toLowerCase() === fix.kindSays.toLowerCase()
        ? inertLine(fix.says, 300)
        : `${fix.kindSays}: ${inertLine(fix.says, 300)}`,
    ],
    ['where', placesOf(fix, true)],
    ['expected', `failing down by ${points(fix.expected)}`],
    ...(fix.costs === undefined
      ? []
      : [
          [
            'worth',
            `about ${sumOf(fix.costs.money.value, fix.costs.currency)} a month (${sumRange(fix.costs.money, fix.costs.currency)}), if it does what is expected and that is why`,
          ] as [string, string],
        ]),
    ['nothing worse', fix.guardrails.map((one) => inertLine(one.title, 60)).join('; ') || 'nothing named'],
    ...(fix.owner === undefined ? [] : [['owner', inertLine(fix.owner, 60)] as [string, string]]),
    ...(fix.due === undefined ? [] : [['due', `${fix.due}${fix.overdue ? ' (past)' : ''}`] as [string, string]]),
  ];
  const history = fix.events.map((event) => {
    const sites =
      event.sites && event.sites.length > 0
        ? ` at ${event.sites.map((one) => inertLine(fix.siteNames[one] ?? one, 40)).join(', ')}`
        : '';
    const why = event.why === undefined ? '' : `: ${inertLine(event.why, 120)}`;
    return `  ${event.on}  ${event.verdict ?? event.kind}${sites}${why}`;
  });
  return [
    ...rows.flatMap(([name, value]) => {
      const [first = '', ...rest] = wrapped(value, columns, 16);
      return [`${name.padEnd(15)} ${first.trimStart()}`, ...rest];
    }),
    '',
    ...history,
    '',
    ...fix.sentences.flatMap((sentence) => wrapped(sentence, columns)),
    ...(fix.evidence ? ['', ...wrapped(evidenceLine(fix.evidence), columns)] : []),
    ...(fix.can.length > 0
      ? [
          '',
          `Now: ${fix.can.map((verb) => `customary fixes ${verb}${verb === 'check' ? '' : ` ${fix.id}`}`).join(' · ')}`,
        ]
      : []),
  ].join('\n');
}

function evidenceLine({ eValue, eValueOfHarm, siteMonths, foreseen }: NonNullable<Fix['evidence']>): string {
  const enough = foreseen?.fourInFive
    ? ` Foreseen: ${foreseen.fourInFive.contacts} contacts, ${foreseen.fourInFive.days} days.`
    : '';
  return `Evidence: ${number(eValue)} that failing fell (20 proves one fix), ${number(eValueOfHarm)} that it rose; ${siteMonths} months of sites since.${enough}`;
}

/** @param ids whether the ids that commands take stand beside the names */
function placesOf({ sites, siteNames }: Fix, ids = false): string {
  const shown = sites.slice(0, 5).map((site) => {
    const name = siteNames[site] ?? site;
    return inertLine(ids && name !== site ? `${name} (${site})` : name, 60);
  });
  return sites.length > shown.length ? `${shown.join(', ')} and ${sites.length - shown.length} more` : shown.join(', ');
}

function points(share: number): string {
  const value = Math.round(1000 * share) / 10;
  return `${value} ${value === 1 ? 'point' : 'points'}`;
}

function number(value: number): string {
  return value >= 1000 ? 'over 1,000' : value >= 10 ? String(Math.round(value)) : String(Math.round(10 * value) / 10);
}
