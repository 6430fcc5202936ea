// Clauses that must show their right to stand, as text for a screen.
import { sumOf } from '../diagnosis/money/sums.core.ts';
import type { Why } from '../diagnosis/why/why.shape.ts';
import { hereSays } from '../diagnosis/why/why-table.core.ts';
import { inertLine } from './report/inert.view.ts';

const shownAtMost = 15;

/** The worst first, and what is to be known of the list. */
export function whyText({ rows, all, clauses, unwritten, asked }: Why): string {
  const shown = rows.slice(0, shownAtMost);
  return [
    `${clauses.answered} of ${clauses.owing} rules have been answered for.`,
    ...(asked ? [] : ['Causes have not been found yet, so contacts could not be asked: customary report']),
    ...(unwritten ? [`${times(unwritten.misses)} somebody was refused by a rule that no clause on record says.`] : []),
    '',
    ...shown.flatMap(linesOf),
    ...(rows.length === 0 ? ['Every rule in force has shown why it stands.'] : []),
    ...(all > shown.length ? [`The ${shown.length} worst of ${all} are shown; --csv FILE has all.`] : []),
  ].join('\n');
}

function linesOf({ policy, clause, here, against, costs, readers }: Why['rows'][number], at: number): string[] {
  const counted = [
    ...(against ? [`${times(against.misses)} against ${against.standards.map((one) => one.id).join(', ')}`] : []),
    ...(costs ? [`about ${sumOf(costs.money.value, costs.currency)} a month`] : []),
    ...(readers.factorNo > 0 ? [`${readers.factorNo} of those who must comply see no benefit`] : []),
  ];
  return [
    `${String(at + 1).padStart(3)}. ${inertLine(clause.text, 100)}`,
    `     ${hereSays[here]}: ${inertLine(policy.title, 60)}, clause ${inertLine(clause.id, 20)} (${inertLine(policy.id, 60)})`,
    ...(counted.length > 0 ? [`     ${inertLine(counted.join('; '), 200)}`] : []),
    '',
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
