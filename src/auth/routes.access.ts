// Whether a caller may call a route: by their roles, by what their token may, and by its sites.
import { actingAs, heldTo, type Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import type { RouteLine } from './route-line.core.ts';
import { lineOf } from './routes.core.ts';

/**
 * What the actor is on the route: with only the grants that let them through to it, so that a role elsewhere widens nothing here.
 * @param askedSites the values of `?site=`, every one of them
 * @throws Fault `route-closed`, `route-forbidden`, `token-reads-only`, `token-for-sites`
 */
export function admitted(actor: Actor, route: string, askedSites: readonly string[]): Actor {
  const found = lineOf(route);
  if (!found) throw new Fault('route-closed', 'forbidden', 'Nobody has been let through to this route yet.');
  if (found.who === 'anybody') return actor;
  const acting = actingAs(actor, found.who);
  if (acting.roles.length === 0) {
    throw new Fault(
      'route-forbidden',
      'forbidden',
      `This is for the roles ${found.who.join(', ')}. Ask an owner for one of them.`,
    );
  }
  if (acting.readsOnly === true && found.writes) {
    throw new Fault(
      'token-reads-only',
      'forbidden',
      'You may read and change nothing. Ask an owner for more than that.',
    );
  }
  assertSites(acting, found.ofSites, askedSites);
  return acting;
}

function assertSites(acting: Actor, ofSites: RouteLine['ofSites'], askedSites: readonly string[]): void {
  const held = heldTo(acting);
  // Of its own sites the database shows what there is to be seen.
  if (held === null || ofSites === 'no-site' || ofSites === 'own-sites') return;
  const [site] = askedSites;
  if (ofSites === 'asked-site' && askedSites.length === 1 && site !== undefined && held.sites.includes(site)) return;
  throw new Fault(
    'token-for-sites',
    'forbidden',
    ofSites === 'asked-site'
      ? 'You see some of the sites. Name one of them with ?site=.'
      : 'You see some of the sites, and this tells of all. Ask an owner for all of them.',
  );
}
