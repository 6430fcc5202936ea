// Pages of reviews: what people say of contacts beside what a machine said, and what comes of it.
import { type PageEntry, thoseWhoRead, thoseWhoReview } from './page-entry.ts';

/** In the menu's order. */
export const pagesOfReview: readonly PageEntry[] = [
  {
    path: '/reviews',
    label: 'Reviews',
    who: thoseWhoReview,
    menu: 'daily',
    firstFor: ['reviewer'],
    load: async () => import('../review/web/reviews.page.tsx'),
  },
  {
    path: '/reviews/plans',
    label: 'Plans of what is reviewed',
    who: ['owner', 'district-manager', 'manager', 'trainer'],
    menu: 'none',
    load: async () => import('../review/web/plans.page.tsx'),
  },
  {
    path: '/reviews/plans/$plan',
    label: 'A plan of what is reviewed',
    who: ['owner', 'district-manager', 'manager', 'trainer'],
    menu: 'none',
    load: async () => import('../review/web/plan.page.tsx'),
  },
  {
    path: '/reviews/$task',
    label: 'Review',
    who: thoseWhoReview,
    menu: 'none',
    load: async () => import('../review/web/review.page.tsx'),
  },
  {
    path: '/agreement',
    label: 'How far people agree',
    who: thoseWhoRead,
    menu: 'more',
    load: async () => import('../review/web/agreement/agreement.page.tsx'),
  },
  {
    path: '/calibrations',
    label: 'Calibrations',
    who: thoseWhoReview,
    menu: 'more',
    load: async () => import('../review/web/calibration/calibrations.page.tsx'),
  },
  {
    path: '/calibrations/new',
    label: 'Begin a calibration',
    who: ['owner', 'district-manager', 'trainer'],
    menu: 'none',
    load: async () => import('../review/web/calibration/new-calibration.page.tsx'),
  },
  {
    path: '/calibrations/$id',
    label: 'Calibration',
    who: thoseWhoReview,
    menu: 'none',
    load: async () => import('../review/web/calibration/calibration.page.tsx'),
  },
  {
    path: '/rates',
    label: 'Rates',
    who: thoseWhoRead,
    menu: 'more',
    ofWhole: true,
    load: async () => import('../diagnosis/web/rates.page.tsx'),
  },
  {
    path: '/markers',
    label: 'Markers',
    who: thoseWhoRead,
    menu: 'more',
    ofWhole: true,
    load: async () => import('../learning/web/markers.page.tsx'),
  },
  {
    path: '/markers/$standard',
    label: 'Markers of a standard',
    who: thoseWhoRead,
    menu: 'none',
    load: async () => import('../learning/web/marker.page.tsx'),
  },
];
