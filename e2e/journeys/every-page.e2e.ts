// Every page that there is, with something in it: nothing for axe to find and no wider than its screen, on a desk and on a
// phone, in the light and in the dark; and what moves keeps still for whoever asks for that.
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSoundEverywhere, lookingAround, pagePaths, shownAt } from '../web.ts';

const opened = openedApp();
let owner: { readonly context: BrowserContext; readonly trouble: string[] };
let tab: Page;

beforeAll(async () => {
  owner = await lookingAround(opened.browser, opened.app, 'owner');
  tab = await owner.context.newPage();
  // Nobody is writing a document.
  const begun = await owner.context.request.post('/v1/documents', {
    data: { kind: 'policy', id: 'fire-exits' },
    headers: { origin: opened.app.address, 'idempotency-key': 'document-of-every-page' },
  });
  expect(begun.status(), await begun.text()).toBe(200);
  // Nobody has written a letter yet.
  const written = await owner.context.request.post('/v1/letters', {
    data: { wrong: 'We may not say a price by telephone. Callers hang up.', why: 'They rent elsewhere.' },
    headers: { origin: opened.app.address, 'idempotency-key': 'letter-of-every-page' },
  });
  expect(written.status(), await written.text()).toBe(201);
  await reviewsDrawn();
}, 240_000);

/** Nobody has planned what is reviewed. */
async function reviewsDrawn(): Promise<void> {
  const post = async (path: string, data: object): Promise<{ readonly id: string }> => {
    const headers = { origin: opened.app.address, 'idempotency-key': `of-every-page:${path}` };
    const reply = await owner.context.request.post(path, { data, headers });
    expect(reply.status(), await reply.text()).toBe(200);
    return (await reply.json()) as { id: string };
  };
  const said = { name: 'Weekly review', standards: ['close.thanked'], fromDay: '2020-01-01', aWeek: 3 };
  const { id } = await post('/v1/review-plans', said);
  await post(`/v1/review-plans/${id}/draw`, {});
}

/** Where the pages of one thing are looked at; `first` is the first link that a page has to such a thing. */
const ofOneThing: Readonly<Record<string, string | { readonly at: string; readonly first: string }>> = {
  '/causes/$cause': '/causes/training',
  '/contacts/$id': { at: '/contacts', first: 'main ul a[href^="/contacts/"]' },
  '/standards/$id': '/standards/close.thanked',
  '/standards/$id/edit': '/standards/close.thanked/edit',
  '/people/$id': '/people/p-02',
  '/procedures/$id': { at: '/procedures', first: 'main li a[href^="/procedures/"]' },
  '/procedures/$id/run': { at: '/procedures', first: 'main li a[href^="/procedures/"]' },
  // Nobody has written one yet.
  '/duties/$id': '/duties/none',
  '/reading/$kind/$id': '/reading/policy/fire-exits',
  '/reading/$kind/$id/readers': '/reading/policy/fire-exits/readers',
  '/documents/$kind/$id': '/documents/policy/fire-exits',
  '/documents/$kind/$id/edit': '/documents/policy/fire-exits/edit',
  '/letters/$id': { at: '/letters', first: 'main ul h2 a[href^="/letters/"]' },
  // Nobody has given a note, nor made a lesson, yet.
  '/disputes/$id': '/disputes/none',
  '/calibrations/$id': '/calibrations/none',
  '/coaching/$id': '/coaching/none',
  '/lessons/$id': '/lessons/none',
  '/lessons/$id/edit': '/lessons/none/edit',
  '/contacts/$id/pin': { at: '/contacts', first: 'main ul a[href^="/contacts/"]' },
  '/reviews/plans/$plan': '/reviews/plans/new',
  '/markers/$standard': '/markers/close.thanked',
  '/reviews/$task': { at: '/reviews', first: 'main ul a[href^="/reviews/"]' },
  '/record/add/$kind': '/record/add/policies',
  '/record/$kind/$key': { at: '/record?kind=certificates', first: 'main a[href^="/record/certificates/"]' },
  '/record/$kind/$key/correct': { at: '/record?kind=certificates', first: 'main a[href^="/record/certificates/"]' },
};
/** What a page looks like when it was asked for something else. */
const besides = ['/start?guess=price', '/causes/failures?cause=training', '/contacts?words=xylophonist'];
const notThere = ['/nowhere', '/contacts/none', '/people/none', '/standards/none', '/record/certificates/none'];

async function addressOf(path: string): Promise<string> {
  const one = ofOneThing[path] ?? path;
  if (typeof one === 'string') return one;
  await shownAt(tab, one.at);
  const link = tab.locator(one.first).first();
  await link.waitFor({ timeout: 60_000 });
  const href = (await link.getAttribute('href')) ?? '';
  const under = ['/correct', '/run', '/pin'].find((one) => path.endsWith(one)) ?? '';
  return `${href}${under}`;
}

it.each([...pagePaths, ...besides, ...notThere])(
  'the page %s is sound',
  async (path) => {
    await tab.setViewportSize({ width: 1280, height: 900 });
    const address = await addressOf(path);
    expect(address, 'A page of one thing: say in ofOneThing which one is looked at.').not.toContain('$');
    await shownAt(tab, address);
    await assertSoundEverywhere(tab, `page${path.replaceAll(/[^a-z0-9]+/gi, '-')}`);
    // A page may ask for what there is not, and says so; nothing else may go wrong.
    expect(owner.trouble.splice(0).filter((one) => !one.includes('status of 404'))).toEqual([]);
  },
  60_000,
);

describe('whoever wants nothing to move', () => {
  /** How long whatever moves on a page that waits goes on moving, in milliseconds; infinite for what never rests. */
  async function longestMotion(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
    const { context } = await lookingAround(opened.browser, opened.app, 'owner');
    const tab = await context.newPage();
    await tab.emulateMedia({ reducedMotion });
    // The page's answer is kept back for as long as it is looked at.
    await context.route('**/v1/report*', () => undefined);
    await context.route('**/v1/overview*', () => undefined);
    await tab.goto('/causes');
    await tab.locator('main .mantine-Loader-root').first().waitFor();
    const longest = await tab.evaluate(`Math.max(0, ...document.getAnimations({ subtree: true })
      .map((one) => one.effect.getComputedTiming().activeDuration))`);
    await context.close();
    return Number(longest);
  }

  it('sees waiting stand still, where others see it turn', async () => {
    expect(await longestMotion('no-preference')).toBe(Number.POSITIVE_INFINITY);
    expect(await longestMotion('reduce')).toBeLessThan(1);
  });

  it.each([
    ['reduce', []],
    ['no-preference', ['smooth']],
  ] as const)('is taken to the words at once and not past all others: %s', async (reducedMotion, expected) => {
    const { context } = await lookingAround(opened.browser, opened.app, 'owner');
    const tab = await context.newPage();
    await tab.emulateMedia({ reducedMotion });
    await tab.addInitScript(() => {
      const kept = globalThis as unknown as { ways: string[]; Element: { prototype: Record<string, unknown> } };
      kept.ways = [];
      kept.Element.prototype['scrollIntoView'] = (how: { behavior?: string }) => kept.ways.push(how.behavior ?? 'auto');
    });
    await tab.goto('/causes/failures?cause=training');
    await tab
      .getByRole('link', { name: /^Read the / })
      .first()
      .click({ timeout: 60_000 });
    await tab.getByRole('region', { name: 'What was said' }).waitFor({ timeout: 60_000 });
    await expect.poll(async () => tab.evaluate('ways.length')).toBeGreaterThan(0);
    const ways = (await tab.evaluate('ways')) as string[];
    expect([...new Set(ways)].filter((one) => one === 'smooth')).toEqual(expected);
    await context.close();
  });
});
