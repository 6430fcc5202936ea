// Every page that there is: its address, its name in the menu, who sees it there, and where its code is, which comes only
// when it is opened. A page's file exports `Page`. To add a page: one entry here, one file `src/DOMAIN/web/NAME.page.tsx`.
import type { ComponentType } from 'react';
import type { Role } from '../kernel/actor.ts';

export interface PageEntry {
  /** As TanStack Router writes it: `/contacts/$id`. */
  readonly path: string;
  /** The menu's word and the tab's title. */
  readonly label: string;
  /** Who sees it in the menu; the server decides for itself who may read what. */
  readonly who: readonly Role[] | 'everyone';
  /** Where it stands in the menu; `none` for a page that others open. */
  readonly menu: 'daily' | 'more' | 'none';
  /** It tells of the whole organisation: the menu leaves it out for whoever is held to sites. */
  readonly ofWhole?: true;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

const thoseWhoRead: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];

const thoseWhoRecord: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer'];
const thoseWhoReadTheRecord: readonly Role[] = [...thoseWhoRecord, 'counsel', 'auditor', 'rep'];

/** In the menu's order. */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    label: 'Today',
    who: 'everyone',
    menu: 'daily',
    load: async () => import('../diagnosis/web/today.page.tsx'),
  },
  {
    path: '/causes',
    label: 'Causes',
    who: thoseWhoRead,
    menu: 'daily',
    load: async () => import('../diagnosis/web/causes.page.tsx'),
  },
  {
    path: '/causes/failures',
    label: 'What was missed',
    who: thoseWhoRead,
    menu: 'none',
    load: async () => import('../diagnosis/web/failures.page.tsx'),
  },
  {
    path: '/causes/$cause',
    label: 'Causes',
    who: thoseWhoRead,
    menu: 'none',
    load: async () => import('../diagnosis/web/cause.page.tsx'),
  },
  {
    path: '/contacts',
    label: 'Contacts',
    who: [...thoseWhoRead, 'rep'],
    menu: 'daily',
    load: async () => import('../contacts/web/contacts.page.tsx'),
  },
  {
    path: '/contacts/bring',
    label: 'Bring contacts in',
    who: ['owner', 'district-manager', 'manager'],
    menu: 'none',
    load: async () => import('../contacts/web/bring.page.tsx'),
  },
  {
    path: '/contacts/$id',
    label: 'Contact',
    who: [...thoseWhoRead, 'rep'],
    menu: 'none',
    load: async () => import('../contacts/web/contact.page.tsx'),
  },
  {
    path: '/standards',
    label: 'Standards',
    who: 'everyone',
    menu: 'daily',
    load: async () => import('../standards/web/standards.page.tsx'),
  },
  {
    path: '/standards/$id',
    label: 'Standard',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../standards/web/standard.page.tsx'),
  },
  {
    path: '/standards/$id/edit',
    label: 'Change a standard',
    who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'],
    menu: 'none',
    load: async () => import('../standards/web/edit-standard.page.tsx'),
  },
  {
    path: '/atrocities',
    label: 'Atrocities',
    who: 'everyone',
    menu: 'more',
    load: async () => import('../marking/web/atrocities.page.tsx'),
  },
  {
    path: '/by-hand',
    label: 'Enter by hand',
    who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'shopper'],
    menu: 'more',
    load: async () => import('../marking/web/by-hand.page.tsx'),
  },
  {
    path: '/people',
    label: 'People',
    who: thoseWhoRecord,
    menu: 'more',
    load: async () => import('../diagnosis/web/people.page.tsx'),
  },
  {
    path: '/people/$id',
    label: 'People',
    who: thoseWhoRecord,
    menu: 'none',
    load: async () => import('../diagnosis/web/person.page.tsx'),
  },
  {
    path: '/me',
    label: 'My page',
    who: ['rep', 'manager'],
    menu: 'daily',
    load: async () => import('../diagnosis/web/my.page.tsx'),
  },
  {
    path: '/record',
    label: 'The record',
    who: thoseWhoReadTheRecord,
    menu: 'more',
    load: async () => import('../record/web/record.page.tsx'),
  },
  {
    path: '/record/bring',
    label: 'Bring the record',
    who: ['owner', 'district-manager', 'hr'],
    menu: 'none',
    load: async () => import('../record/web/bring-record.page.tsx'),
  },
  {
    path: '/record/add',
    label: 'Add to the record',
    who: thoseWhoRecord,
    menu: 'none',
    load: async () => import('../record/web/add-row.page.tsx'),
  },
  {
    path: '/record/add/$kind',
    label: 'Add to the record',
    who: thoseWhoRecord,
    menu: 'none',
    load: async () => import('../record/web/keep-row.page.tsx'),
  },
  {
    path: '/record/$kind/$key',
    label: 'The record',
    who: thoseWhoReadTheRecord,
    menu: 'none',
    load: async () => import('../record/web/entry.page.tsx'),
  },
  {
    path: '/record/$kind/$key/correct',
    label: 'Correct the record',
    who: thoseWhoRecord,
    menu: 'none',
    load: async () => import('../record/web/keep-row.page.tsx'),
  },
  {
    path: '/shops/bring',
    label: 'Past mystery shops',
    who: ['owner', 'district-manager', 'manager'],
    menu: 'none',
    ofWhole: true,
    load: async () => import('../shops/web/shops.page.tsx'),
  },
  {
    path: '/fixes',
    label: 'Fixes',
    who: thoseWhoRead,
    menu: 'daily',
    ofWhole: true,
    load: async () => import('../fixes/web/fixes.page.tsx'),
  },
  {
    path: '/monday',
    label: 'Monday',
    who: ['owner', 'district-manager', 'manager', 'auditor'],
    menu: 'more',
    ofWhole: true,
    load: async () => import('../fixes/web/monday.page.tsx'),
  },
  {
    path: '/sites',
    label: 'Sites',
    who: ['owner', 'district-manager', 'auditor'],
    menu: 'more',
    ofWhole: true,
    load: async () => import('../diagnosis/web/sites.page.tsx'),
  },
  {
    path: '/forecast',
    label: 'Forecast',
    who: thoseWhoRead,
    menu: 'more',
    ofWhole: true,
    load: async () => import('../diagnosis/web/forecast.page.tsx'),
  },
  {
    path: '/jobs',
    label: 'Long work',
    who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'],
    menu: 'none',
    ofWhole: true,
    load: async () => import('../platform/web/jobs.page.tsx'),
  },
  {
    path: '/start',
    label: 'First five minutes',
    who: thoseWhoRead,
    menu: 'none',
    load: async () => import('../diagnosis/web/first-minutes.page.tsx'),
  },
  {
    path: '/settings',
    label: 'Settings',
    who: [...thoseWhoRead, 'counsel', 'hr'],
    menu: 'more',
    load: async () => import('../settings/web/settings.page.tsx'),
  },
  {
    path: '/settings/words',
    label: 'The organisation’s words',
    who: ['owner'],
    menu: 'none',
    load: async () => import('../settings/web/words.page.tsx'),
  },
  {
    path: '/settings/standards',
    label: 'Sets of standards',
    who: ['owner', 'district-manager', 'trainer', 'auditor'],
    menu: 'none',
    load: async () => import('../settings/web/packs.page.tsx'),
  },
  {
    path: '/settings/keeping',
    label: 'Keeping and erasing',
    who: ['owner', 'counsel', 'hr', 'district-manager', 'auditor'],
    menu: 'none',
    load: async () => import('../settings/web/keeping.page.tsx'),
  },
  {
    path: '/settings/history',
    label: 'History',
    who: ['owner', 'counsel', 'auditor'],
    menu: 'none',
    load: async () => import('../settings/web/history.page.tsx'),
  },
  {
    path: '/settings/webhooks',
    label: 'Webhooks',
    who: ['owner'],
    menu: 'none',
    load: async () => import('../settings/web/webhooks.page.tsx'),
  },
  {
    path: '/settings/people',
    label: 'Permissions',
    who: ['owner'],
    menu: 'none',
    load: async () => import('../auth/web/members.page.tsx'),
  },
  {
    path: '/settings/sign-in',
    label: 'My sign-in',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../auth/web/my-sign-in.page.tsx'),
  },
  {
    path: '/invitation',
    label: 'Invitation',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../auth/web/sign-in.page.tsx'),
  },
  {
    path: '/new-password',
    label: 'New password',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../auth/web/sign-in.page.tsx'),
  },
];
