// Sampling plans as text for a screen. Names come from people: one line each, and nothing in them moves the cursor.
import { countOf } from '../kernel/counts.ts';
import { wrapped } from '../kernel/wrap.ts';
import type { ReviewPlans } from '../review/plans.shape.ts';
import { inertLine } from './report/inert.view.ts';

export function reviewPlansText({ plans }: Pick<ReviewPlans, 'plans'>, columns: number): string {
  if (plans.length === 0) return 'Nothing is drawn for review yet. Make a plan under Reviews in the app.';
  return plans.flatMap((one) => [...brief(one, columns), '']).join('\n');
}

function brief(plan: ReviewPlans['plans'][number], columns: number): string[] {
  const { name, running, id, standards, sites, aWeek, seenByTwo, drawn, done, overdue, leftThisWeek } = plan;
  const where = sites.length === 0 ? 'everywhere' : `at ${countOf(sites.length, 'site')}`;
  const two = seenByTwo === 0 ? '' : `, ${String(Math.round(seenByTwo * 100))} % seen by two`;
  const late = overdue === 0 ? '' : `, ${String(overdue)} overdue`;
  return [
    `${inertLine(name, 120)}${running ? '' : ' (ended)'}   ${id}`,
    ...wrapped(`${String(aWeek)} a week ${where}, by ${countOf(standards.length, 'standard')}${two}`, columns, 4),
    ...wrapped(
      `${String(drawn)} drawn, ${String(done)} reviewed${late}; ${String(leftThisWeek)} left of this week`,
      columns,
      4,
    ),
    ...(plan.closedWithOne === 0
      ? []
      : wrapped(`${String(plan.closedWithOne)} closed with one review, as no second came`, columns, 4)),
  ];
}
