// Pages of what people learn from: coaching from a moment of a contact, pinned moments, lessons; and marks that people made elsewhere.
import { type PageEntry, thoseWhoReview } from './page-entry.ts';

const thoseWhoCoach = ['owner', 'district-manager', 'manager', 'trainer'] as const;

/** In the menu's order. */
export const pagesOfLearning: readonly PageEntry[] = [
  {
    path: '/coaching',
    label: 'Coaching',
    who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'rep'],
    menu: 'more',
    load: async () => import('../management/web/coaching.page.tsx'),
  },
  {
    path: '/coaching/new',
    label: 'Coach from a moment',
    who: thoseWhoCoach,
    menu: 'none',
    load: async () => import('../management/web/new-coaching.page.tsx'),
  },
  {
    path: '/coaching/$id',
    label: 'Coaching',
    who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'rep'],
    menu: 'none',
    load: async () => import('../management/web/coaching-note.page.tsx'),
  },
  {
    path: '/lessons',
    label: 'Lessons',
    who: 'everyone',
    menu: 'more',
    load: async () => import('../training/web/lessons.page.tsx'),
  },
  {
    path: '/lessons/new',
    label: 'Make a lesson',
    who: thoseWhoCoach,
    menu: 'none',
    load: async () => import('../training/web/edit-lesson.page.tsx'),
  },
  {
    path: '/lessons/$id',
    label: 'Lesson',
    who: 'everyone',
    menu: 'none',
    load: async () => import('../training/web/lesson.page.tsx'),
  },
  {
    path: '/lessons/$id/edit',
    label: 'Change a lesson',
    who: thoseWhoCoach,
    menu: 'none',
    load: async () => import('../training/web/edit-lesson.page.tsx'),
  },
  {
    path: '/contacts/$id/pin',
    label: 'Pin a moment',
    who: thoseWhoReview,
    menu: 'none',
    load: async () => import('../training/web/pin.page.tsx'),
  },
  {
    path: '/marks/bring',
    label: 'Marks from another tool',
    who: ['owner', 'district-manager', 'manager'],
    menu: 'none',
    ofWhole: true,
    load: async () => import('../marking/web/other-tools.page.tsx'),
  },
];
