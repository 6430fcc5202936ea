// How long each page of the app takes until it can be used, on the demo organisation in Chromium, as its owner: opened by its
// address with nothing kept, and by a click from another page; and how much script the first load brings.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildBundle, bundleStands } from '../bin/bundle.mjs';
import { nodeFlags } from '../bin/node-flags.mjs';
import { openBrowser } from '../e2e/browser.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { clickedUse, firstUse, linksOf, watching } from './pages/interactive.ts';

export const name = 'pages';

const root = join(import.meta.dirname, '..');
const goal = '< 1';
/** Addresses of all pages, with `$` where one is of one thing; those that a letter leads to stand for nobody who is signed in. */
const paths = ['pages.ts', 'pages-of-review.ts', 'pages-of-writing.ts', 'pages-of-settings.ts']
  .flatMap((file) => [...readFileSync(join(root, 'src', 'web', file), 'utf8').matchAll(/^ {4}path: '([^']+)'/gm)])
  .map(([, path = '']) => path)
  .filter((path) => !['/invitation', '/new-password'].includes(path));

/** What people open most. */
const oftenest = ['/', '/causes', '/contacts', '/standards', '/atrocities', '/sites', '/fixes', '/people', '/record'];

/** Quick: the pages opened most, once and once by a click, of a month at four sites; else every page of the demo, five times. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const data = mkdtempSync(join(tmpdir(), 'customary-pages-'));
  // A folder of the demo that stands already spares the making of one.
  const stands = process.env['CUSTOMARY_BENCH_DEMO'];
  if (stands) cpSync(stands, data, { recursive: true });
  const rounds = quick ? 1 : 5;
  let served: ChildProcess | undefined;
  let browser: Browser | undefined;
  try {
    const started = await start(data, quick);
    served = started.child;
    browser = await openBrowser();
    const own = await signedIn(browser, started.link);
    await allMade(own);
    const { addresses, missing } = quick ? oftenestAlone() : await addressesIn(own);
    const measures: Measure[] = [];
    let firstScript = 0;
    for (const [path, address] of addresses) {
      const cold: number[] = [];
      const clicked: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const fresh = await signedIn(browser, started.link);
        const { seconds, script } = await opened(fresh, address);
        cold.push(seconds);
        if (path === '/') firstScript = script;
        clicked.push(await goneTo(fresh, address));
        await fresh.close();
      }
      measures.push(middleOf(`${path}: opened with nothing kept`, cold), middleOf(`${path}: by a click`, clicked));
    }
    const worst = (of: string): number =>
      Math.max(...measures.filter((one) => one.what.endsWith(of)).map((one) => one.value));
    return {
      measures: [
        figure('script of the first load, compressed', firstScript / 1000, 'KB', '< 200'),
        figure(`slowest of ${addresses.size} pages, opened with nothing kept`, worst('kept'), 's', goal),
        figure(`slowest of ${addresses.size} pages, by a click`, worst('click'), 's', goal),
        ...measures,
      ],
      left_out: missing.map((path) => (quick ? path : `${path}: no page of the demo links to one.`)),
    };
  } finally {
    await browser?.close();
    served?.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  }
}

/** `customary start` on the folder, once all of the demo, or of a small organisation, is made. */
async function start(data: string, small: boolean): Promise<{ child: ChildProcess; link: string }> {
  if (!bundleStands()) buildBundle(process.execPath);
  const program = small
    ? [join(import.meta.dirname, 'pages', 'start-small.ts'), data]
    : [join(root, 'src', 'main.ts'), 'start', '--data', data, '--app', '--no-open'];
  const child = spawn(process.execPath, [...nodeFlags, ...program], {
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The demo ended before it answered.')));
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const link = /http:\/\/localhost:\d+\/#\S+/.exec(said)?.[0];
      if (link && said.includes('Ctrl-C ends it.')) resolve({ child, link });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
}

/** A browser of its own, with nothing kept, that looks around as the owner. */
async function signedIn(browser: Browser, link: string): Promise<BrowserContext> {
  const [address = '', token = ''] = link.split('/#');
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watching);
  const reply = await context.request.post('/v1/look-around', {
    data: { token, as: 'owner' },
    headers: { origin: address },
  });
  if (!reply.ok()) throw new Error(`Nobody is let look around (${reply.status()}).`);
  return context;
}

/** The forecast is made by itself after all the rest: while it is, no page is as fast as it will be, and its own waits for it. */
async function allMade(context: BrowserContext): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(500)) {
    const { items } = (await (await context.request.get('/v1/jobs')).json()) as { items: { state: string }[] };
    if (items.length > 0 && items.every(({ state }) => ['done', 'failed'].includes(state))) return;
  }
  throw new Error('The demo still works at something after two minutes.');
}

function oftenestAlone() {
  return {
    addresses: new Map(oftenest.map((path) => [path, path])),
    missing: paths.filter((path) => !oftenest.includes(path)),
  };
}

/** An address of each page; of one thing the first that any page links to. */
async function addressesIn(context: BrowserContext) {
  const addresses = new Map<string, string>(paths.filter((path) => !path.includes('$')).map((path) => [path, path]));
  const links = new Set<string>(['/causes/training']);
  const tab = await context.newPage();
  const seen = new Set<string>();
  for (let round = 0; round < 3; round += 1)
    for (const address of [...addresses.values()].filter((one) => !seen.has(one))) {
      seen.add(address);
      await tab.goto(address);
      await firstUse(tab);
      for (const link of await linksOf(tab)) links.add(link);
      for (const path of paths.filter((one) => one.includes('$') && !addresses.has(one))) {
        const pattern = new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`);
        const found = [...links].find((one) => pattern.test(one) && !paths.includes(one));
        if (found) addresses.set(path, found);
      }
    }
  await tab.close();
  return { addresses, missing: paths.filter((path) => !addresses.has(path)) };
}

/** Seconds until the page at the address can be used, and bytes of script that came. */
async function opened(context: BrowserContext, address: string): Promise<{ seconds: number; script: number }> {
  const tab = await context.newPage();
  let script = 0;
  tab.on('response', (reply) => {
    if (reply.url().endsWith('.js')) script += Number(reply.headers()['content-length'] ?? Number.NaN);
  });
  await tab.goto(address, { waitUntil: 'commit' });
  const seconds = (await firstUse(tab)) / 1000;
  await tab.close();
  return { seconds, script };
}

/** Seconds from a click on Today (for Today itself on Causes) until the page can be used. */
async function goneTo(context: BrowserContext, address: string): Promise<number> {
  const tab: Page = await context.newPage();
  await tab.goto(address === '/' ? '/causes' : '/');
  await firstUse(tab);
  const seconds = (await clickedUse(tab, address)) / 1000;
  await tab.close();
  return seconds;
}

/** The median, between the best and the worst. */
function middleOf(what: string, seconds: readonly number[]): Measure {
  const sorted = seconds.toSorted((a, b) => a - b);
  const measure = figure(what, sorted[Math.floor(sorted.length / 2)]!, 's', goal);
  return { ...measure, low: sorted[0]!, high: sorted.at(-1)! };
}
