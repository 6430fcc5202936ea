// Pages of what is written: documents, reading them, procedures, letters.
import { type PageEntry, thoseWhoRead, thoseWhoRecord } from './page-entry.ts';

/** In the menu's order. */
export const pagesOfWriting: readonly PageEntry[] = [
  {
    path: '/procedures',
    label: 'Procedures',
    who: 'everyone',
    menu: 'daily',
    load: async () => import('../procedures/web/procedures.page.tsx'),
  },
  {
    path: '/procedures/$id',
    label: 'Procedure',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../procedures/web/procedure.page.tsx'),
  },
  {
    path: '/procedures/$id/run',
    label: 'Procedure',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../procedures/web/run.page.tsx'),
  },
  {
    path: '/policies/why',
    label: 'Why do we have it?',
    who: thoseWhoRead,
    menu: 'more',
    load: async () => import('../diagnosis/web/why.page.tsx'),
  },
  {
    path: '/reading',
    label: 'To read',
    who: 'everyone',
    menu: 'more',
    load: async () => import('../record/web/reading-list.page.tsx'),
  },
  {
    path: '/reading/$kind/$id',
    label: 'To read',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../record/web/reading.page.tsx'),
  },
  {
    path: '/reading/$kind/$id/readers',
    label: 'Who has read it',
    who: [...thoseWhoRecord, 'auditor', 'counsel'],
    menu: 'none',
    load: async () => import('../record/web/readers.page.tsx'),
  },
  {
    path: '/letters',
    label: 'Letters',
    who: 'everyone',
    menu: 'daily',
    load: async () => import('../policies/web/letters.page.tsx'),
  },
  {
    path: '/letters/new',
    label: 'Write a letter',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../policies/web/new-letter.page.tsx'),
  },
  {
    path: '/letters/claim',
    label: 'A letter without a name',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../policies/web/claim.page.tsx'),
  },
  {
    path: '/letters/$id',
    label: 'Letter',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../policies/web/letter.page.tsx'),
  },
  {
    path: '/second-approval',
    label: 'Second approval',
    who: ['owner', 'district-manager', 'hr', 'manager', 'counsel'],
    menu: 'more',
    load: async () => import('../personnel/web/second-approval.page.tsx'),
  },
];
