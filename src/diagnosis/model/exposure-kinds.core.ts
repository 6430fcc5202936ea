// Every exposure that a record can show, in the order of the causes: whose it is, and how a reader would say it.
import type { Exposure } from './mark-rows.core.ts';

const row = { reference: 'absent', variesBy: 'row' } as const;
const site = { ...row, cause: 'management', level: 'site' } as const;

/** An exposure without its values. Amounts are left as they are where they are better than their reference. */
export const exposureKinds = [
  { ...row, id: 'policy.in-conflict', cause: 'policy', says: 'policies that stand in the way' },
  { ...row, id: 'policy.beyond-authority', cause: 'policy', says: 'limits of authority' },
  { ...row, id: 'procedure.missing', cause: 'procedure', says: 'procedures not in writing' },
  { ...row, id: 'procedure.stale', cause: 'procedure', says: 'procedures overdue for review or unclear' },
  { ...row, id: 'procedure.unread', cause: 'procedure', says: 'procedures that people had not read' },
  { ...row, id: 'training.not-certified', cause: 'training', says: 'people not trained in it' },
  { ...row, id: 'training.lapsed', cause: 'training', says: 'training that had lapsed' },
  {
    ...row,
    id: 'training.since-practice',
    cause: 'training',
    says: 'practice too long ago',
    reference: 1,
    unit: 'months',
  },
  { ...site, id: 'management.no-feedback', says: 'no feedback on it in 90 days' },
  { ...site, id: 'management.unobserved', says: 'no help or notice of any kind in 90 days' },
  {
    ...site,
    id: 'management.manager-unobserved',
    level: 'district',
    says: 'managers whom nobody helped in 90 days',
  },
  {
    ...site,
    id: 'management.load',
    says: 'more contacts than people',
    reference: 1,
    unit: 'contacts per person on shift',
  },
  { ...site, id: 'management.outage', says: 'tools out of order' },
  { ...site, id: 'management.target-against', level: 'owner', says: 'targets that work against it' },
  { ...site, id: 'management.waiting', says: 'sign-offs not given in time' },
  {
    ...row,
    id: 'personnel.no-exam',
    cause: 'personnel',
    variesBy: 'person',
    says: 'people hired without the exam',
  },
] as const satisfies readonly Omit<Exposure, 'values'>[];

export type ExposureId = (typeof exposureKinds)[number]['id'];
