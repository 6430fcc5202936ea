// Two people mark the same contact, neither seeing the other's marks nor the machine's; where they differ a third decides, and the
// agreed key is there for all three. All of it without a mouse.
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReviewPlans } from '../../src/review/plans.shape.ts';
import type { ReviewQueue, ReviewTask } from '../../src/review/reviews.shape.ts';
import { pressEnterOn, tabTo } from '../keyboard.ts';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundEverywhere, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();
let owner: BrowserContext;
const trouble: string[] = [];
const asked = ['Thanked', 'More help offered', 'Feeling acknowledged', 'Asked for the business'];

beforeAll(async () => {
  const around = await lookingAround(opened.browser, opened.app, 'owner');
  owner = around.context;
  heard(owner);
}, 240_000);

function heard(context: BrowserContext): void {
  context.on('weberror', (error) => trouble.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
}

async function post<Reply>(context: BrowserContext, path: string, data: object): Promise<Reply> {
  const headers = { origin: opened.app.address, 'idempotency-key': randomUUID() };
  const reply = await context.request.post(path, { data, headers });
  expect(reply.ok(), await reply.text()).toBe(true);
  return (reply.status() === 204 ? undefined : await reply.json()) as Reply;
}

/** Somebody who reviews, signed in. */
async function reviewer(name: string, width = 1280): Promise<BrowserContext> {
  const email = `${name.toLowerCase().replace(' ', '.')}@bay.example`;
  const { address } = await post<{ address: string }>(owner, '/v1/invitations', {
    email,
    name,
    grants: [{ role: 'reviewer', sites: null }],
  });
  const context = await opened.browser.newContext({ baseURL: opened.app.address, viewport: { width, height: 844 } });
  await post(context, '/v1/links/accept', { token: address.split('#')[1], password: 'four geese under brass' });
  heard(context);
  return context;
}

/** Opens with Enter what came to wait for them only now; others may wait from before. */
async function opensNew(context: BrowserContext, purpose: string): Promise<Page> {
  const { tasks } = (await (await context.request.get('/v1/reviews')).json()) as ReviewQueue;
  const [one] = tasks.filter(({ id }) => !waitedBefore.includes(id)).filter((task) => task.purpose === purpose);
  const tab = await openedAt(context, '/reviews');
  await tab.getByRole('button', { name: 'Start next' }).waitFor({ timeout: 60_000 });
  const all = tab.getByRole('button', { name: 'Show all', exact: false });
  if ((await all.count()) > 0) await all.click();
  await tab.locator(`a[href="/reviews/${one?.id}"]`).focus();
  await pressed(tab, 'Enter');
  return tab;
}

/** Presses keys one by one, and counts them. */
async function pressed(tab: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await tab.keyboard.press(key);
  return keys.length;
}

const taskOf = async (context: BrowserContext, tab: Page): Promise<ReviewTask> =>
  (await (await context.request.get(`/v1${new URL(tab.url()).pathname}`)).json()) as ReviewTask;
const heading = (tab: Page, name: string) => tab.getByRole('heading', { name, exact: true });

/** What waits from before. */
let waitedBefore: readonly string[] = [];
let ana: BrowserContext;
let ben: BrowserContext;
let anasTask = '';
let bensTask = '';

it('an owner plans what is reviewed, is told what that is worth, and draws', async () => {
  ana = await reviewer('Ana Brook');
  ben = await reviewer('Ben Crane', 390);
  const { plans } = (await (await owner.request.get('/v1/review-plans')).json()) as ReviewPlans;
  for (const { id } of plans.filter((one) => one.running)) await post(owner, `/v1/review-plans/${id}/end`, {});
  const { tasks } = (await (await owner.request.get('/v1/reviews')).json()) as ReviewQueue;
  waitedBefore = tasks.map((one) => one.id);
  const tab = await openedAt(owner, '/reviews/plans/new');
  await tab.getByLabel('Its name').waitFor({ timeout: 60_000 });
  await tabTo(tab, /^Standards that are looked at/);
  for (const title of asked) {
    await tab.keyboard.type(title);
    await tab.getByRole('option', { name: title, exact: true }).waitFor();
    await pressed(tab, 'ArrowDown', 'Enter');
  }
  await pressed(tab, 'Escape');
  for (const [field, number] of [
    [/^Contacts a week/, '1'],
    [/^Of 100 contacts/, '100'],
  ] as const) {
    await tabTo(tab, field);
    await pressed(tab, 'Control+a');
    await tab.keyboard.type(number);
  }
  await tab.getByText('13 contacts a quarter are read by two', { exact: false }).waitFor();
  await tabTo(tab, /^Who reviews, which contacts/);
  await pressed(tab, 'Enter');
  await tabTo(tab, /^Who reviews$/);
  for (const name of ['Ana Brook', 'Ben Crane']) {
    await tab.keyboard.type(name);
    await tab.getByRole('option', { name }).waitFor();
    await pressed(tab, 'ArrowDown', 'Enter');
  }
  await pressed(tab, 'Escape');
  await tabTo(tab, 'Calls');
  await pressed(tab, 'Space');
  await assertSoundEverywhere(tab, 'review-plan');
  await tab.setViewportSize({ width: 1280, height: 900 });
  await pressEnterOn(tab, 'Make this plan');
  await heading(tab, 'Weekly review').waitFor({ timeout: 60_000 });
  await pressEnterOn(tab, 'Draw now');
  await tab.getByText(/^1 of \d+ contacts drawn/).waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(tab, 'review-plans');
  await tab.close();
}, 180_000);

it('the first of two marks it with few keys, and what is marked survives the page being loaded again', async () => {
  const tab = await opensNew(ana, 'review');
  let keys = 1;
  await heading(tab, asked[0]!).waitFor({ timeout: 60_000 });
  anasTask = new URL(tab.url()).pathname;
  const hidden = await tab.locator('main').innerText();
  expect(hidden).not.toContain('Machine');
  expect((await taskOf(ana, tab)).after).toBeNull();
  // Words of the second turn, four of them; quoted; met. Then two verdicts.
  keys += await pressed(tab, 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'q', 'm', 'f', 'n');
  await tab.getByText('All of it is kept.').waitFor({ timeout: 30_000 });
  await assertSoundEverywhere(tab, 'review-form');
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.reload();
  await heading(tab, asked[3]!).waitFor({ timeout: 60_000 });
  await tab.getByText('1 of 4 to go').waitFor();
  // What a standard means is one key away; so are the keys.
  await pressed(tab, 'e');
  await tab.getByText('For example: met').first().waitFor({ timeout: 30_000 });
  await pressed(tab, 'e', '?');
  await tab.getByRole('dialog', { name: 'Keys' }).waitFor();
  await assertSound(tab, 'review-keys');
  await pressed(tab, 'Enter');
  await tab.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  // Handed in too early it says which one waits.
  await pressed(tab, 'Control+Enter');
  await tab.getByText('1 of 4 still waits for a verdict. Here is one.').waitFor();
  keys += await pressed(tab, 'u', 'Control+Enter');
  await tab
    .getByText(/^Your marks are in\. You and the machine said the same of \d of 4\./)
    .waitFor({ timeout: 60_000 });
  // Four standards and a quote, from the list to the end.
  expect(keys).toBe(10);
  expect(await tab.getByText(/Agreed by two|Decided/).count()).toBe(0);
  await assertSoundEverywhere(tab, 'review-in');
  await tab.close();
}, 180_000);

it('the second, on a phone, sees nothing of the first, and differs', async () => {
  const tab = await opensNew(ben, 'review');
  await heading(tab, asked[0]!).waitFor({ timeout: 60_000 });
  bensTask = new URL(tab.url()).pathname;
  const told = await taskOf(ben, tab);
  expect([told.after, told.sides, told.draft?.marks]).toEqual([null, null, []]);
  expect(JSON.stringify(told)).not.toContain('Ana Brook');
  // Both know it by one address: to each it is their own, and nothing of the other's is read there.
  expect(bensTask).toBe(anasTask);
  // By pointer: two presses on a word choose it.
  await tab
    .locator('[data-said]')
    .first()
    .dblclick({ position: { x: 12, y: 12 } });
  await tab.getByRole('button', { name: 'Quote', exact: true }).click();
  expect(await tab.getByRole('list', { name: 'What you quote' }).getByRole('listitem').count()).toBe(1);
  await tab.getByRole('button', { name: 'Missed' }).click();
  await tab.getByRole('button', { name: 'The next standard' }).click();
  await heading(tab, asked[1]!).waitFor();
  await assertSound(tab, 'review-form-phone');
  await pressed(tab, 'f', 'n', 'u', 'k', 'k', 'k', 'c');
  await tab.keyboard.type('The last words were about the gate.');
  await pressed(tab, 'Control+Enter');
  await tab.getByText('Your marks are in.', { exact: false }).waitFor({ timeout: 60_000 });
  // Both are in: what they agree on is the key already.
  await tab.getByText('Agreed by two').first().waitFor();
  // Enter goes on, to the next contact or to the list.
  await tab.locator('a:focus', { hasText: /^(?:Next contact|To your reviews)$/ }).waitFor();
  await assertSound(tab, 'review-in-phone');
  await tab.close();
}, 180_000);

it('a third decides with a reason, by keyboard, and all three read the agreed key', async () => {
  const tab = await opensNew(owner, 'adjudication');
  const sides = tab.getByRole('list', { name: 'What the two said' });
  await sides.waitFor({ timeout: 60_000 });
  expect(await tab.locator('main').innerText()).not.toMatch(/Ana Brook|Ben Crane/);
  await tab.getByText('The two agree on 3').waitFor();
  await assertSoundEverywhere(tab, 'review-decide');
  await tab.setViewportSize({ width: 1280, height: 900 });
  await pressed(tab, 'b', 'Control+Enter');
  await tab.getByText('Say why: the reason is kept with the decision.').waitFor();
  await tab.keyboard.type('It was said before the end.');
  await pressed(tab, 'Control+Enter');
  await tab.getByText('Decided. The agreed key stands.', { exact: false }).waitFor({ timeout: 60_000 });
  await tab.getByText('Decided between two').waitFor();
  await assertSoundEverywhere(tab, 'review-decided');
  for (const [context, task] of [
    [ana, anasTask],
    [ben, bensTask],
  ] as const) {
    const again = await openedAt(context, task);
    await again.getByText('Decided between two').waitFor({ timeout: 60_000 });
    await again.close();
  }
  await tab.close();
}, 180_000);

it('what somebody cannot mark goes to somebody else, with a reason', async () => {
  const { id } = await post<{ id: string }>(owner, '/v1/review-plans', {
    name: 'One more',
    standards: ['close.thanked'],
    fromDay: '2020-01-01',
    aWeek: 1,
    seenByTwo: 0,
  });
  await post(owner, `/v1/review-plans/${id}/draw`, {});
  const tab = await openedAt(ana, '/reviews');
  await tab.getByRole('button', { name: 'Start next' }).waitFor({ timeout: 60_000 });
  const waited = await tab.getByText(/ for you, /).innerText();
  // The button has the focus: one key opens the next.
  await pressed(tab, 'Enter');
  // What waits from before may be as near due: then it is two who differ that she is asked to decide between.
  await tab.getByRole('group', { name: /^Your (?:verdict|decision)$/ }).waitFor({ timeout: 60_000 });
  await pressed(tab, 's');
  await tab.getByLabel('I know who it is: I can’t be blind to it').waitFor();
  await pressed(tab, 'ArrowDown', 'Enter');
  await expect.poll(async () => tab.getByText(/ for you, /).allInnerTexts()).not.toContain(waited);
  expect(trouble.filter((one) => !one.includes('404'))).toEqual([]);
  for (const context of [ana, ben, owner]) await context.close();
}, 120_000);
