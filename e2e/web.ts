// The web app for journeys: a small made-up organisation behind `customary start`, tabs signed in as one of its people, and
// what every page must be: without faults for axe, no wider than its screen, asking nothing of anybody else.
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { makeApp } from '../src/app.ts';
import { bundleFolder } from '../src/cli/serve/bundle.ts';
import { startApp } from '../src/cli/start-app.cli.ts';
import { unwatchedTerminal } from '../src/cli/terminal.test-data.ts';
import { readScenario } from '../src/simulate/scenario/read-scenario.ts';

const scenario = readScenario(`scenario: small
says: Two months at four sites.
sizes: {sites: 4, days: 60, contacts-a-day: 4, team-least: 3, team-most: 4}
failing: -1
`);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures of every page, for whoever wants to look at them; nothing is compared with them. */
const pictures = join(import.meta.dirname, '..', '.customary', 'pictures');

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

/** `customary start` on the small organisation. @param folder of an earlier start, else a new one */
export async function startedApp(folder = mkdtempSync(join(tmpdir(), 'customary-app-'))): Promise<Started> {
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
  const ended = startApp(terminal, { path: folder, from: 'told' }, { open: false }, makeApp, { stopping, plan });
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
  context.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  context.on('request', (request) => request.url().startsWith(address) || trouble.push(`asked ${request.url()}`));
  const reply = await context.request.post('/v1/look-around', {
    data: { token: link.split('#')[1], as },
    headers: { origin: address },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return { context, trouble };
}

/** Opens a page and waits until all of it is there. */
export async function openedAt(context: BrowserContext, path: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(path);
  await tab.locator('h1').first().waitFor({ timeout: 60_000 });
  await tab.waitForLoadState('networkidle');
  return tab;
}

/** Nothing for axe to find, and no wider than the screen; a picture is kept. */
export async function assertSound(tab: Page, name: string): Promise<void> {
  await tab.evaluate(axe);
  const found = await tab.evaluate(async () => {
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const { axe: tool } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const { violations } = await tool.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap((one) =>
      one.nodes.slice(0, 2).map((node) => `${one.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
  expect([name, found]).toEqual([name, []]);
  const wider = await tab.evaluate(
    'Math.max(...[document.documentElement, document.body].map((one) => one.scrollWidth - one.clientWidth))',
  );
  expect([name, Number(wider) <= 0]).toEqual([name, true]);
  mkdirSync(pictures, { recursive: true });
  await tab.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
