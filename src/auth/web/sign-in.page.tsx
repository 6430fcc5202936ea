// Whatever stands before the door: a link that was opened, the demo, the first set-up, or signing in.
import { useRouterState } from '@tanstack/react-router';
import { useMe } from '../../web/me.ts';
import { FromLink } from './link.view.tsx';
import { LookAround } from './look-around.view.tsx';
import { linkToken } from './opened-with.ts';
import { SetUp } from './set-up.view.tsx';
import { SignIn } from './sign-in.view.tsx';

const ofLinks = ['/invitation', '/new-password'];

export function Page() {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (linkToken !== '' || ofLinks.includes(path)) return <FromLink />;
  if (me.ways.lookAround) return <LookAround name={me.organisation?.name ?? null} />;
  return me.setUpNeeded ? <SetUp /> : <SignIn ways={me.ways} />;
}
