// Disputes as a table: what was disputed, how it stands, what was answered. Never whose it is.
import { csvLine } from '../../kernel/csv-line.ts';
import type { toldDispute } from './told-dispute.core.ts';

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
export function disputesAsTable(disputes: readonly ReturnType<typeof toldDispute>[]): string {
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
