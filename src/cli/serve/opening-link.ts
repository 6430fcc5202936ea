// What whoever starts a server may open first: the set-up while nobody owns the organisation, or the demo.
import { doorOf, type SignInServer } from '../../auth/sign-in/server.core.ts';
import { isSetUpNeeded } from '../../auth/sign-in/set-up.use.ts';
import type { Store } from '../../platform/db/open.ts';

/**
 * A line with the address to open, or null where people sign in. The token stands after `#`, which no browser sends and
 * no log holds; the name is one that passkeys can be bound to.
 */
export async function openingLink(
  store: Store,
  { port, ...server }: Pick<SignInServer, 'orgId' | 'terminalToken' | 'demo'> & { readonly port: number },
): Promise<string | null> {
  const address = `http://localhost:${port}/#${server.terminalToken}`;
  if (server.demo) return `Look around: ${address}`;
  return (await store.inWork(doorOf(server), isSetUpNeeded)) ? `Set up: ${address}` : null;
}
