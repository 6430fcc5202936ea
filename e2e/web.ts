// The web app for journeys: a small made-up organisation behind `customary start`, tabs signed in as one of its people, and
// what every page must be: without faults for axe, no wider than its screen, asking nothing of anybody else.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { makeApp } from '../src/app.ts';
import { bundleFolder } from '../src/cli/serve/bundle.ts';
import { startApp } from '../src/cli/start-app.cli.ts';
import { unwatchedTerminal } from '../src/cli/terminal.test-data.ts';
import { readServerNote } from '../src/platform/http/server-note.ts';
import { readScenario } from '../src/simulate/scenario/read-scenario.ts';
import { copyOf } from './made-once.ts';

const scenario = readScenario(`scenario: small
says: Two months at four sites.
sizes: {sites: 4, days: 60, contacts-a-day: 4, team-least: 3, team-most: 4}
failing: -1
`);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures of every page, for whoever wants to look at them; nothing is compared with them. */
const pictures = join(import.meta.dirname, '..', '.customary', 'pictures');

/** The addresses of all pages, with `$id` where one is of one thing. Read as text: the pages themselves are for a browser. */
export const pagePaths: readonly string[] = [
  'pages.ts',
  'pages-of-review.ts',
  'pages-of-learning.ts',
  'pages-of-writing.ts',
  'pages-of-settings.ts',
].flatMap((file) =>
  [...readFileSync(join(import.meta.dirname, '..', 'src', 'web', file), 'utf8').matchAll(/^ {4}path: '([^']+)'/gm)].map(
    ([, path = '']) => path,
  ),
);

export interface Started {
  /** The address with the token that the terminal printed. */
  readonly link: string;
  readonly address: string;
  readonly folder: string;
  /** What the terminal said so far. */
  readonly said: readonly string[];
  /** As long as the demo is being made. */
  made(): Promise<void>;
  stop(): Promise<number>;
}

/**
 * `customary start` on the small organisation, made already.
 * @param folder of an earlier start, else a new copy of it
 * @param port where it answered before, for tabs that are still open; else any that is free
 */
export async function startedApp(folder?: string, port = 0): Promise<Started> {
  return started(folder ?? (await copyOf('small-organisation', makeSmall)), port);
}

/** The first start makes it, as anybody's does; then everything about it can be found, and its forecast is made. */
async function makeSmall(folder: string): Promise<void> {
  const app = await started(folder);
  await app.made();
  const { token = '' } = (await readServerNote(folder)) ?? {};
  const read = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${app.address}${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as T;
  await vi.waitFor(
    async () => {
      const { settling, items } = await read<{ settling: boolean; items: unknown[] }>('/v1/contacts');
      expect([settling, items.length > 0]).toEqual([false, true]);
      // Every copy would make it again.
      const { items: jobs } = await read<{ items: { work: string; state: string }[] }>('/v1/jobs');
      expect(['done', 'failed']).toContain(jobs.find(({ work }) => work === 'forecast')?.state);
    },
    { timeout: 120_000, interval: 500 },
  );
  expect(await app.stop()).toBe(0);
}

async function started(folder: string, port = 0): Promise<Started> {
  expect(existsSync(join(bundleFolder, 'index.html')), 'The pages are built first: npm test does it by itself.').toBe(
    true,
  );
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  let stop: (why: string) => void = () => undefined;
  const stopping = new Promise<string>((resolve) => {
    stop = resolve;
  });
  const plan = { scenario, seed: 2 };
  const ended = startApp(terminal, { path: folder, from: 'told' }, { open: false }, makeApp, {
    stopping,
    plan,
    port,
  });
  const linkIn = (): RegExpExecArray | null => /(http:\/\/localhost:\d+)\/#\S+/.exec(said.join('\n'));
  await Promise.race([ended, vi.waitFor(() => expect(linkIn()).not.toBeNull(), { timeout: 60_000, interval: 200 })]);
  const [link = '', address = ''] = linkIn() ?? [];
  return {
    link,
    address,
    folder,
    said,
    made: async () => {
      const told = (): void => expect(said.join('\n')).toContain('Ctrl-C ends it.');
      await Promise.race([ended, vi.waitFor(told, { timeout: 220_000, interval: 500 })]);
    },
    stop: async () => {
      stop('the test');
      return ended;
    },
  };
}

/** Nothing is left of its data folder. */
export async function clearedAway({ folder }: Started): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export interface Look {
  readonly width: number;
  readonly dark: boolean;
}

/** A browser of somebody who looks around as `as`; `trouble` gathers what must not happen. */
export async function lookingAround(
  browser: Browser,
  { link, address }: Started,
  as: 'owner' | 'manager' | 'rep',
  look: Look = { width: 1280, dark: false },
): Promise<{ readonly context: BrowserContext; readonly trouble: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: look.width, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const trouble: string[] = [];
  context.on('weberror', (error) => trouble.push(error.error().message));
  context.on(
    'console',
    (message) => message.type() === 'error' && trouble.push(`${message.text()} (${message.location().url})`),
  );
  context.on('request', (request) => request.url().startsWith(address) || trouble.push(`asked ${request.url()}`));
  const reply = await context.request.post('/v1/look-around', {
    data: { token: link.split('#')[1], as },
    headers: { origin: address },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return { context, trouble };
}

/** Opens a page in a tab of its own and waits until all of it is there. */
export async function openedAt(context: BrowserContext, path: string): Promise<Page> {
  return shownAt(await context.newPage(), path);
}

/** Goes to the address in this tab and waits until all of the page is there. Tabs that are new each time cost twice as much. */
export async function shownAt(tab: Page, path: string): Promise<Page> {
  await tab.goto(path);
  await tab.locator('h1').first().waitFor({ timeout: 60_000 });
  await assertCome(tab);
  return tab;
}

/** Waits until no part of the page is on its way. (It hears of changes all the time: its network is never idle.) */
export async function assertCome(tab: Page): Promise<void> {
  await expect.poll(async () => tab.locator('.mantine-Loader-root').count(), { timeout: 60_000 }).toBe(0);
}

/** Nothing for axe to find, and no wider than the screen; a picture is kept. */
export async function assertSound(tab: Page, name: string): Promise<void> {
  await assertNothingFound(tab, name, {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  await assertNoWider(tab, name);
  await pictureOf(tab, name);
}

async function assertNoWider(tab: Page, name: string): Promise<void> {
  const wider = await tab.evaluate(
    'Math.max(...[document.documentElement, document.body].map((one) => one.scrollWidth - one.clientWidth))',
  );
  expect([name, Number(wider) <= 0]).toEqual([name, true]);
}

const ofColours = ['color-contrast', 'link-in-text-block'];
/** What may differ where the same page is laid out for another screen; all else axe has found out on the first. */
const ofLayout = [...ofColours, 'target-size', 'scrollable-region-focusable', 'landmark-unique'];

/** The same page in the dark, after assertSound in the light: only its colours are others, so axe looks at these alone. */
export async function assertSoundInTheDark(tab: Page, name: string): Promise<void> {
  await coloured(tab, 'dark');
  await assertNothingFound(tab, name, { type: 'rule', values: ofColours });
  await pictureOf(tab, name);
}

/** The same page on a phone, after assertSound on a desk. */
export async function assertSoundOnAPhone(tab: Page, name: string): Promise<void> {
  await tab.setViewportSize({ width: 390, height: 844 });
  await assertNothingFound(tab, name, { type: 'rule', values: ofLayout });
  await assertNoWider(tab, name);
  await pictureOf(tab, name);
}

/** Sound on a desk and on a phone, in the light and in the dark: the page is opened once for all four. */
export async function assertSoundEverywhere(tab: Page, name: string): Promise<void> {
  await tab.setViewportSize({ width: 1280, height: 900 });
  await coloured(tab, 'light');
  await assertSound(tab, `${name}-1280`);
  await coloured(tab, 'dark');
  await assertNothingFound(tab, name, { type: 'rule', values: ofColours });
  await assertSoundOnAPhone(tab, `${name}-390-dark`);
  await coloured(tab, 'light');
  await assertNothingFound(tab, name, { type: 'rule', values: ofColours });
}

async function coloured(tab: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await tab.emulateMedia({ colorScheme });
  await tab.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
}

// What the window shows, and as JPEG: the whole of a long page as PNG took a third of the time of looking at it.
async function pictureOf(tab: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await tab.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 70 });
}

async function assertNothingFound(tab: Page, name: string, runOnly: { type: string; values: string[] }) {
  // Colours that are on their way to others are none that anybody reads. Those of what is folded away stand still and never come.
  await tab.evaluate(`Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect.getTiming().iterations !== Infinity && one.effect.target?.checkVisibility() !== false)
    .map((one) => one.finished))`);
  if (await tab.evaluate('globalThis.axe === undefined')) await tab.evaluate(axe);
  const found = await tab.evaluate(async (only) => {
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const { axe: tool } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const { violations } = await tool.run({ runOnly: only, resultTypes: ['violations'] });
    return violations.flatMap((one) =>
      one.nodes.slice(0, 2).map((node) => `${one.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  }, runOnly);
  expect([name, found]).toEqual([name, []]);
}
