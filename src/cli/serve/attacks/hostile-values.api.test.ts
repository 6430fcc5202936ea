// Values written to break out of where they are put: into SQL, a header, a path, a redirect, a table's cell. Each comes to
// every parameter of every route that reads; none may break the server, the reply or the data.
import { expect, it } from 'vitest';
import { makeApp } from '../../../app.ts';
import { routeLines } from '../../../auth/routes.core.ts';
import { databaseNames, forEachDatabase } from '../../../platform/db/databases.ts';
import { own, serveHere } from '../served.test-data.ts';

const hostile = [
  `'; drop table contact; --`,
  'a\r\nset-cookie: customary-session=planted\r\n\r\n<script>',
  '\u0000\u202e\\..\\..\\etc\\passwd',
  '__proto__',
  'x'.repeat(5000),
];

/** An address of this server: a slash, and no second one. */
const ownPlace = /^\/(?![/\\])/;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

forEachDatabase((name, open) => {
  // What is sent to the database is the same text on both; the walk is long.
  it.skipIf(name !== databaseNames[0])(
    'no hostile value in a path, a query or a header breaks out',
    async () => {
      const here = await serveHere(makeApp, await open());
      const described = (await (await here.ask('GET', '/v1/openapi.json')).json()) as {
        paths: Record<string, Record<string, Operation>>;
      };
      // Routes that compile every standard to answer are left out but for one value each: their parameters are the same kinds.
      const costly = /standards|turns|vcon/;
      for (const { route } of routeLines.filter(
        (one) => one.route.startsWith('GET /') && !one.route.endsWith('/events'),
      )) {
        const path = route.split(' ')[1]!;
        const { parameters = [] } = described.paths[path]?.['get'] ?? {};
        for (const value of costly.test(route) ? hostile.slice(0, 1) : hostile) {
          const told = path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(value));
          const asked = parameters.filter((one) => one.in === 'query').map((one) => one.name);
          for (const query of [...asked.map((one) => `?${one}=${encodeURIComponent(value)}`), '']) {
            if (query === '' && told === path) continue;
            const address = `${told}${query}`;
            const reply = await here.ask('GET', address, { token: own });
            const text = await reply.text();
            const location = reply.headers.get('location');
            expect({
              address,
              broken: reply.status >= 500,
              tells: /syntax error|relation "|PGlite|pg_catalog|root:x:/i.test(text),
              cookie: reply.headers.get('set-cookie'),
              leadsAway: location !== null && !ownPlace.test(location),
            }).toEqual({ address, broken: false, tells: false, cookie: null, leadsAway: false });
          }
        }
      }
      expect((await here.ask('GET', '/v1/contacts', { token: own })).status).toBe(200);
    },
    240_000,
  );

  it.skipIf(name !== databaseNames[0])(
    'what is written comes back as it was written, and no name of it becomes a header',
    async () => {
      const here = await serveHere(makeApp, await open());
      const label = `'); drop table import; --\r\nx-planted: 1`;
      const begun = await here.ask('POST', '/v1/imports', { token: own, body: { label } });
      expect(begun.status).toBeLessThan(500);
      expect(begun.headers.get('x-planted')).toBeNull();
      if (begun.ok) {
        const { id } = (await begun.json()) as { id: string };
        const name = encodeURIComponent('a"\r\nx-planted: 1\r\n.txt');
        const put = await here.ask('PUT', `/v1/imports/${id}/files?name=${name}`, { token: own, body: 'Rep: Hello.' });
        expect([put.status < 500, put.headers.get('x-planted')]).toEqual([true, null]);
        await put.text();
      }
      const says = `Robert'); drop table api_token; --`;
      await here.ask('POST', '/v1/tokens', { token: own, body: { says, roles: ['auditor'] } });
      const { tokens } = (await (await here.ask('GET', '/v1/tokens', { token: own })).json()) as {
        tokens: { says: string }[];
      };
      expect(tokens.map((one) => one.says)).toContain(says);
      for (const what of ['contacts', 'marks']) {
        const file = await here.ask('GET', `/v1/downloads/${what}?words=${encodeURIComponent('"\r\nx-planted: 1')}`, {
          token: own,
        });
        expect([what, file.headers.get('x-planted'), file.status < 500]).toEqual([what, null, true]);
        await file.text();
      }
    },
    120_000,
  );

  it.skipIf(name !== databaseNames[0])('no address leads the browser to another place', async () => {
    const here = await serveHere(makeApp, await open());
    for (const path of [
      '//evil.example/',
      '/\\evil.example/',
      '/%2f%2fevil.example',
      '/?next=https://evil.example',
      '/v1/single-sign-on?back=https://evil.example',
      '/v1/single-sign-on/back?state=x&code=y&next=//evil.example',
      '/v1//evil.example/..',
      '/sign-in?return=javascript:alert(1)',
    ])
      for (const method of ['GET', 'POST']) {
        const reply = await here.ask(method, path, { headers: { accept: 'text/html' } });
        const location = reply.headers.get('location');
        expect([method, path, location === null || ownPlace.test(location)]).toEqual([method, path, true]);
        expect([method, path, reply.status < 500]).toEqual([method, path, true]);
      }
  });
});
