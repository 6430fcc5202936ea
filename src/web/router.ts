// The pages as routes under one shell. An address is read by its page; what no page has is told so in the shell.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NoSuchPage, PageBroke, PageComing } from './no-page.view.tsx';
import { pages } from './pages.ts';
import { onceItAnswers } from './server-gone.ts';
import { Shell } from './shell.view.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage });

const routes = pages.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(async () => onceItAnswers(load), 'Page'),
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  // The code of a page comes while the pointer is still on its way to the link.
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: PageComing,
  defaultErrorComponent: PageBroke,
  scrollRestoration: true,
});
