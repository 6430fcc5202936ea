// Plans as text for a screen: what can be said, the figures it comes from, and what was taken for granted.
import type { z } from 'zod';
import type { PlanAnswerShape, ProvableFixesShape } from '../fixes/plan.shape.ts';
import { countOf } from '../kernel/counts.ts';
import { inertLine } from './report/inert.view.ts';
import { wrapped } from '../kernel/wrap.ts';

type Answer = z.infer<typeof PlanAnswerShape>;
type Provable = z.infer<typeof ProvableFixesShape>;

const tenYears = 3650;

export function planText({ says, steps, assumed }: Answer, columns: number): string {
  const width = Math.max(...steps.map((one) => one.what.length));
  return [
    ...says.flatMap((sentence) => wrapped(sentence, columns)),
    '',
    ...steps.map(({ what, contacts, days }) => {
      const time = days === null ? '' : days > tenYears ? ', over ten years' : `, ${countOf(days, 'day')}`;
      const wait = contacts === null ? 'never' : `${contacts}${time}`;
      return `  ${what.padEnd(width)}  ${wait}`;
    }),
    '',
    ...assumed.flatMap((sentence) => wrapped(sentence, columns)),
  ].join('\n');
}

/** How many could be proved, then a fix at a time: where, and how long it takes; how to propose it only where it could be proved. */
export function provableText({ fixes, says }: Provable, columns: number): string {
  return [
    ...wrapped(says, columns),
    ...fixes.flatMap((fix) => {
      const where =
        fix.site === undefined
          ? fix.sites.length === 1
            ? `at ${inertLine(fix.siteNames[0]!, 40)} first`
            : `at ${fix.sites.length} of the sites first`
          : `at ${inertLine(fix.siteName ?? fix.site, 40)}`;
      const sites = fix.site === undefined ? ` --sites ${fix.sites.map((site) => inertLine(site, 40)).join(',')}` : '';
      return [
        '',
        ...wrapped(`${inertLine(fix.title, 60)} (${fix.cause}, ${fix.failures} failures), ${where}`, columns),
        ...wrapped(fix.answer.says[0] ?? '', columns, 4),
        ...(fix.answer.provable ? [`    customary fixes propose ${fix.pattern}${sites}`] : []),
      ];
    }),
  ].join('\n');
}
