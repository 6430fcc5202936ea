// Every reading route as those who are held: a manager of one site and a rep, in sessions of their own. A contact of another
// site, its words, its rep and its site's name must come up on none of them.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { askAsOwner, bringContacts, bringRecord, signInAs } from '../cli/serve/begun.test-data.ts';
import type { TestBrowser } from '../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import type { Role } from '../kernel/actor.ts';
import { indexContacts } from '../marking/search/index-contacts.job.ts';
import type { Store } from '../platform/db/open.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { RouteLine } from './route-line.core.ts';
import { routeLines } from './routes.core.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,Zanzibar Yard,UTC\n',
  'people.csv': 'id,name\np-ann,Ann Marlow\np-bo,Bo Lind\np-cy,Cyprian Voss\n',
  'posts.csv':
    'person,site,role,from\np-ann,north,rep,2026-01-01\np-bo,north,manager,2026-01-01\np-cy,south,rep,2026-01-01\n',
};
const call = (thing: string): string =>
  `Rep: Storage.\nCustomer: I need room for a ${thing}, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
const contacts = {
  'north.txt': call('grand piano'),
  'other.txt': call('rowing boat'),
  'south.txt': call('stuffed zebra'),
  'facts.csv':
    'file,site,started at,rep\nnorth.txt,north,2026-02-03T10:00:00Z,p-ann\nother.txt,north,2026-02-03T11:00:00Z,p-bo\nsouth.txt,south,2026-02-03T12:00:00Z,p-cy\n',
};

/** What nobody of the north may come to see. */
const southern = /zebra|Zanzibar|Cyprian|p-cy|"south"/;

const isRead = ({ route, who, ofSites }: RouteLine, role: Role): boolean =>
  route.startsWith('GET /v1/') && who !== 'anybody' && who.includes(role) && ofSites !== 'nothing';

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let ids: { contact: string; mark: string; finding: string };

  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
    await bringRecord(here, record);
    await bringContacts(here, contacts);
    await (await askAsOwner(here, 'POST', '/v1/diagnosis')).text();
    for await (const _done of indexContacts(store, { orgId: 'harbor', id: 'test', roles: ['owner'] }));
    const [row] = await store.asOwner(async (session) =>
      session.query(`select c.id as contact, f.mark_id as mark, f.id as finding from contact c
        join finding f on f.org_id = c.org_id and f.contact_id = c.id where c.site_id = 'south' limit 1`),
    );
    ids = row as typeof ids;
  }, 240_000);

  /** The route asked for each thing of the south by its id, and without any. */
  const pathsOf = ({ route }: RouteLine): string[] => {
    const path = route.split(' ')[1]!;
    const query = path.endsWith('as-of') ? '?day=2026-02-04' : '';
    if (!path.includes('{')) return [`${path}${query}`, `${path}?site=south`, `${path}?person=p-cy`];
    return [ids.contact, ids.mark, ids.finding, 'south', 'p-cy'].map((id) => path.replaceAll(/\{[^}]+\}/g, id));
  };

  it('each reading route shows them nothing of another site', async () => {
    const manager = await signInAs(here, 'p-bo', [{ role: 'manager', sites: ['north'] }]);
    const rep = await signInAs(here, 'p-ann', [{ role: 'rep', sites: ['north'] }]);
    for (const [role, browser] of [
      ['manager', manager],
      ['rep', rep],
    ] as const)
      for (const line of routeLines.filter((one) => isRead(one, role) && !one.route.includes('/events')))
        for (const path of pathsOf(line)) {
          const reply = await browser.ask('GET', path);
          const told = (await reply.text()).replaceAll(/"instance":"[^"]*"/g, '');
          expect([role, path, reply.status < 500, southern.exec(told)?.[0]]).toEqual([role, path, true, undefined]);
          if (path.includes('{')) continue;
          expect([role, path, told.includes(ids.contact) && reply.status === 200]).toEqual([role, path, false]);
        }
    const list = async (one: TestBrowser) => (await one.ask('GET', '/v1/contacts')).text();
    expect((await list(manager)).match(/"id":"c[^"]+"/g)).toHaveLength(2);
    expect((await list(rep)).match(/"id":"c[^"]+"/g)).toHaveLength(1);
    const whole = await here.ask('GET', `/v1/contacts/${ids.contact}`, { token: own });
    expect(await whole.text()).toMatch(/zebra/);
    expect((await manager.ask('GET', `/v1/contacts/${ids.contact}`)).status).toBe(404);
  }, 240_000);

  it('what tells of all sites is closed to them', async () => {
    const manager = await signInAs(here, 'p-bo', [{ role: 'manager', sites: ['north'] }]);
    for (const { route, ofSites, who } of routeLines) {
      if (!route.startsWith('GET /v1/') || ofSites !== 'nothing' || who === 'anybody') continue;
      const reply = await manager.ask('GET', route.split(' ')[1]!.replaceAll(/\{[^}]+\}/g, 'none'));
      expect([route, reply.status]).toEqual([route, 403]);
    }
  }, 240_000);
});
