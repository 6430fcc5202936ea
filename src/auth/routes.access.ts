// Whether a caller may call a route: by their roles, by what their token may, and by its sites.
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import { lineOf } from './routes.core.ts';

/**
 * Whether the actor may call the route.
 * @param askedSites the values of `?site=`, every one of them
 * @throws Fault `route-closed`, `route-forbidden`, `token-reads-only`, `token-for-sites`
 */
export function assertMayCall(actor: Actor, route: string, askedSites: readonly string[]): void {
  const found = lineOf(route);
  if (!found) throw new Fault('route-closed', 'forbidden', 'Nobody has been let through to this route yet.');
  const { who, writes: changes, ofSites } = found;
  if (who !== 'anybody' && !actor.roles.some((role) => who.includes(role))) {
    throw new Fault(
      'route-forbidden',
      'forbidden',
      `This is for the roles ${who.join(', ')}. Ask an owner for a token with one of them.`,
    );
  }
  if (actor.readsOnly === true && changes) {
    throw new Fault('token-reads-only', 'forbidden', 'This token only reads. Ask an owner for one that may write.');
  }
  const { sites } = actor;
  if (sites === undefined || ofSites === 'no-site') return;
  const [site] = askedSites;
  if (ofSites === 'asked-site' && askedSites.length === 1 && site !== undefined && sites.includes(site)) return;
  throw new Fault(
    'token-for-sites',
    'forbidden',
    ofSites === 'asked-site'
      ? 'This token is for some sites. Name one of them with ?site=.'
      : 'This token is for some sites, and this route tells of all. Ask an owner for a token for all sites.',
  );
}
