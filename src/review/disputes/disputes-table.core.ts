// Disputes as a table: what was disputed, how it stands, what was answered. Never whose it is.
import { csvLine } from '../../kernel/csv-line.ts';
import type { DisputeAnswer, DisputeStateName } from './dispute.core.ts';

export interface DisputeOfTable {
  readonly id: string;
  readonly standard: { readonly title: string };
  readonly site: { readonly name: string } | null;
  readonly day: string | null;
  readonly groundSays: string;
  readonly openedAt: string;
  readonly round: number;
  readonly state: DisputeStateName;
  readonly answer: DisputeAnswer | null;
  readonly due: string | null;
  readonly escalations: number;
}

const heads = [
  'dispute',
  'standard',
  'site',
  'day',
  'ground',
  'opened',
  'round',
  'state',
  'answer',
  'due',
  'escalations',
];

/** CSV with its heads. */
export function disputesAsTable(disputes: readonly DisputeOfTable[]): string {
  return [
    heads,
    ...disputes.map((one) => [
      one.id,
      one.standard.title,
      one.site?.name ?? '',
      one.day ?? '',
      one.groundSays,
      one.openedAt.slice(0, 10),
      one.round,
      one.state,
      one.answer ?? '',
      one.due ?? '',
      one.escalations,
    ]),
  ]
    .map(csvLine)
    .join('');
}
