// What stands around every page: the menu (a bar at the bottom of a phone), whose organisation it is, light or dark, and the
// sign-in in place of the page where nobody is signed in.
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { meQuery, type Me } from './me.ts';
import { JobChip } from './job-chip.view.tsx';
import { Menu } from './menu.view.tsx';
import { pages } from './pages.ts';
import { PageComing } from './no-page.view.tsx';
import { useServerGone } from './server-gone.ts';
import css from './shell.module.css';

const SignIn = lazy(async () => import('../auth/web/sign-in.page.tsx').then(({ Page }) => ({ default: Page })));

/** What a link in a mail opens stands before the door, also for whoever is in. */
const ofLinks = ['/invitation', '/new-password'];
/** What a code alone opens is for whoever has the code, also for nobody who is signed in. */
const ofCodes = ['/letters/claim'];

/**
 * Waits for who is signed in, and not by suspense: what stands in for a part that is on its way stays for a third of a second once it
 * was shown, and here it would with every page that is opened.
 */
export function Shell() {
  const { data: me } = useQuery({ ...meQuery, throwOnError: (_error, { state }) => state.data === undefined });
  if (me === undefined) return <PageComing />;
  return (
    <Suspense fallback={<PageComing />}>
      <Within me={me} />
    </Suspense>
  );
}

function Within({ me }: { readonly me: Me }) {
  const gone = useServerGone();
  useTitle(me);
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (!me.signedIn && ofCodes.includes(path))
    return (
      <main id="main" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
    );
  if (!me.signedIn || ofLinks.includes(path)) return <SignIn />;
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        To the page
      </a>
      <Menu me={me} />
      <main id="main" className={css.main} tabIndex={-1}>
        {gone ? (
          <p className={css.gone} role="alert">
            The server does not answer. What you see was read before; the page goes on by itself once it does.
          </p>
        ) : null}
        <Outlet />
      </main>
      <JobChip me={me} />
    </div>
  );
}

// The tab is named after the page, so that several open ones can be told apart.
function useTitle(me: Me): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const page =
      pages.find((one) => one.path === path) ?? pages.find((one) => one.path.split('/')[1] === path.split('/')[1]);
    document.title = [page?.label, me.organisation?.name ?? 'Customary'].filter(Boolean).join(' · ');
  }, [path, me]);
}
