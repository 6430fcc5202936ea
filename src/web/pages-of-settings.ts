// Pages by which an organisation is kept, and those that stand before it: one's own sign-in, and what a link opens.
import { type PageEntry, thoseWhoRead } from './page-entry.ts';

/** In the menu's order. */
export const pagesOfSettings: readonly PageEntry[] = [
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
    path: '/settings/sites',
    label: 'Your sites',
    who: ['owner', 'district-manager', 'hr', 'manager', 'trainer', 'auditor'],
    menu: 'none',
    load: async () => import('../settings/web/sites.page.tsx'),
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
    path: '/settings/language-model',
    label: 'Language model',
    who: thoseWhoRead,
    menu: 'none',
    ofWhole: true,
    load: async () => import('../learning/web/language-model.page.tsx'),
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
