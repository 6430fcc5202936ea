// The OpenAPI document: it names every route, tells of each enough to call it, and points nowhere that isn't there.
import { expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { routeLines } from '../../auth/routes.core.ts';
import type { Store } from '../../platform/db/open.ts';
import { serveHere } from './served.test-data.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: object;
    readonly securitySchemes: Readonly<Record<string, { type: string }>>;
  };
}

const here = async () => serveHere(makeApp, { dataDir: '' } as Store);
const read = async (): Promise<Document> =>
  (await (await here()).ask('GET', '/v1/openapi.json')).json() as Promise<Document>;
const operations = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, path, operation })),
  );

it('names every route once, by a name of its own', async () => {
  const all = operations(await read());
  expect(all.map((one) => one.route).toSorted()).toEqual(routeLines.map((one) => one.route).toSorted());
  expect(new Set(all.map((one) => one.operation.operationId)).size).toBe(routeLines.length);
});

it('is OpenAPI 3.1 with what every operation must have', async () => {
  const document = await read();
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: 'Customary', version: 'test' });
  expect(document.components.securitySchemes['token']).toMatchObject({ type: 'http', scheme: 'bearer' });
  for (const { route, path, operation } of operations(document)) {
    expect([route, operation.operationId, operation.summary]).toEqual([
      route,
      expect.stringMatching(/^[a-z][A-Za-z]+$/),
      expect.stringMatching(/^\S.*\S$/),
    ]);
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
    const told = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required === true);
    expect([route, told.map((one) => one.name)]).toEqual([route, inPath]);
    // What leads on, as the return from single sign-on, has no reply of its own.
    expect([route, Object.keys(operation.responses).some((status) => /^[23]\d\d$/.test(status))]).toEqual([
      route,
      true,
    ]);
    for (const [status, reply] of Object.entries(operation.responses)) {
      expect([route, status, reply.description]).toEqual([
        route,
        expect.stringMatching(/^(\d{3}|default)$/),
        expect.stringMatching(/\S/),
      ]);
      if (!/^[23]/.test(status)) expect(Object.keys(reply.content ?? {})).toEqual(['application/problem+json']);
    }
  }
});

it('points at no shape that is not in it', async () => {
  const document = await read();
  const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    (one) => one[1]!,
  );
  expect(pointed.length).toBeGreaterThan(50);
  expect([...new Set(pointed)].filter((name) => !(name in document.components.schemas))).toEqual([]);
});

it('asks for a token wherever the line does, and only there', async () => {
  for (const { route, operation } of operations(await read())) {
    const open = routeLines.find((one) => one.route === route)!.who === 'anybody';
    expect([route, operation.security?.length === 0]).toEqual([route, open]);
    expect([route, '401' in operation.responses]).toEqual([route, !open]);
  }
});

it('as a page it has every operation, and asks nothing of any network', async () => {
  const reply = await (await here()).ask('GET', '/v1/reference');
  const html = await reply.text();
  for (const { name } of routeLines) expect(html).toContain(`<details id="${name}">`);
  const linked = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
  expect(linked.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  expect(html).not.toMatch(/<script|https?:\/\/|url\(|@import/);
  expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
});
