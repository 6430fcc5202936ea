// The web app as a server sends it: every page's address gets the one page under a strict policy, files by their smallest form,
// and nothing of the API is shadowed.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApi } from '../../platform/http/api.ts';
import { appPolicy, mountBundle } from './bundle.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-bundle-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['index.html', '<!doctype html>the page'],
    ['assets/main-abc.js', 'plain script'],
    ['assets/main-abc.js.br', 'brotli script'],
    ['assets/main-abc.js.gz', 'gzip script'],
    ['modules.json', '[]'],
  ] as const)
    await writeFile(join(folder, name), text);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

function app(at = folder) {
  const api = newApi();
  mountBundle(api, at);
  api.get('/v1/thing', (context) => context.text('the API'));
  return api;
}
const page = { accept: 'text/html,application/xhtml+xml' };

describe('the addresses of pages', () => {
  it.each(['/', '/causes', '/contacts/c1?mark=m1', '/standards/close.thanked', '/modules.json'])(
    '%s gets the page, which is asked for anew each time and runs nothing but its own files',
    async (path) => {
      const reply = await app().request(path, { headers: page });
      expect(await reply.text()).toBe('<!doctype html>the page');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      expect(reply.headers.get('content-security-policy')).toBe(appPolicy);
    },
  );
  it('the policy allows nothing inline and nothing from elsewhere', () => {
    expect(appPolicy).toContain("default-src 'none'");
    expect(appPolicy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('the files', () => {
  it.each([
    ['br, gzip', 'brotli script', 'br'],
    ['gzip', 'gzip script', 'gzip'],
    ['', 'plain script', null],
  ])('are sent to whoever takes "%s" in the smallest form, and kept for good', async (takes, text, coded) => {
    const reply = await app().request('/assets/main-abc.js', { headers: { 'accept-encoding': takes } });
    expect(await reply.text()).toBe(text);
    expect(reply.headers.get('content-encoding')).toBe(coded);
    expect(reply.headers.get('cache-control')).toContain('immutable');
    expect(reply.headers.get('vary')).toContain('accept-encoding');
  });
  it.each(['/assets/gone-abc.js', '/gone.css', '/assets/main-abc.js.br', '/assets/..%2f..%2fpackage.json'])(
    '%s is none of them, and no page either',
    async (path) => expect((await app().request(path, { headers: page })).status).toBe(404),
  );
});

describe('what is not of the web app', () => {
  it('goes on to the API, whoever asks', async () => {
    expect(await (await app().request('/v1/thing', { headers: page })).text()).toBe('the API');
    expect((await app().request('/v1/none', { headers: page })).status).toBe(404);
    expect((await app().request('/healthz', { headers: page })).status).toBe(404);
  });
  it('is told so: a program at the address of a page, a write, a server without a build', async () => {
    expect((await app().request('/causes', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await app().request('/causes', { method: 'POST', headers: page })).status).toBe(404);
    expect((await app(join(folder, 'none')).request('/', { headers: page })).status).toBe(404);
  });
});
