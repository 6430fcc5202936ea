// The letter: from a quoted contact to an adopted rule and its fix; refused with a reason and taken a level up; and one without a
// name, whose writer reads the reply by a code and answers back without being signed in.
import type { BrowserContext } from 'playwright-core';
import { afterEach, expect, it, vi } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundEverywhere, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();
afterEach(() => void vi.useRealTimers());

/** The server's clock, which is that of this process, goes on by a day. */
function tomorrow(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
}

const me = async ({ request }: BrowserContext) =>
  (await (await request.get('/v1/me')).json()) as { grants: { sites: string[] | null }[] };

it('from a quoted contact to an adopted rule: a new version is begun, and a fix by which the effect is told', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const failures = (await (await context.request.get('/v1/failures?limit=1')).json()) as {
    items: { mark: string; contact: string }[];
  };
  const { mark, contact } = failures.items[0]!;
  const tab = await openedAt(context, `/contacts/${contact}?mark=${mark}`);
  await tab.getByRole('link', { name: 'Write a letter about it' }).first().click({ timeout: 60_000 });
  await tab.getByRole('heading', { name: 'It cites' }).waitFor({ timeout: 60_000 });
  await tab.getByLabel('What is wrong').fill('We may not say a price by telephone. Callers hang up.');
  await tab.getByLabel('Why it should change').fill('They ask elsewhere and rent there.');
  await tab.getByLabel('What to do instead').fill('Say the price with its fees, and ask to rent.');
  await tab.getByRole('combobox', { name: 'Which rule it is about' }).click();
  await tab
    .getByRole('option', { name: /policy/ })
    .first()
    .click();
  await tab.getByText('Kept as a draft. Nobody else sees it.').waitFor({ timeout: 30_000 });
  await assertSoundEverywhere(tab, 'letter-new');
  await tab.getByRole('button', { name: 'Send this letter' }).click();
  await tab.getByRole('heading', { name: /^Letter \d+$/ }).waitFor({ timeout: 60_000 });
  await tab.getByRole('heading', { name: 'What customers met' }).waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(tab, 'letter-open');
  await tab.getByLabel('Adopt it', { exact: true }).check();
  await tab.getByRole('button', { name: 'Give this answer' }).click();
  await tab.getByRole('button', { name: 'Yes, do it' }).click();
  const came = tab.getByRole('region', { name: 'What came of it' });
  await came.getByText('A new version was begun that cites this letter').waitFor({ timeout: 60_000 });
  await came.getByText('Proposed; nobody has begun.').waitFor();
  await assertSound(tab, 'letter-adopted');
  expect(trouble).toEqual([]);
  await context.close();
}, 240_000);

it('refused with a reason, and taken a level up by who wrote it', async () => {
  // A letter goes to whoever manages its site when it is sent.
  const manager = await lookingAround(opened.browser, opened.app, 'manager');
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: true });
  const site = (await me(rep.context)).grants[0]!.sites![0]!;
  const written = await openedAt(rep.context, `/letters/new?site=${site}`);
  await written.getByLabel('What is wrong').fill('Nobody may open the gate before seven.');
  await written.getByRole('button', { name: 'Send this flag' }).click();
  await written.getByRole('heading', { name: /^Flag \d/ }).waitFor({ timeout: 60_000 });
  await assertSound(written, 'flag-phone-dark');
  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const today = await openedAt(manager.context, '/');
  const waiting = today.getByRole('region', { name: '1 letter waits for your answer' });
  await waiting.getByRole('link', { name: 'Nobody may open the gate before seven.' }).click({ timeout: 60_000 });
  await today.getByLabel('Refuse it').check({ timeout: 60_000 });
  await today.getByLabel('The reason').fill('The night guard ends at seven.');
  await today.getByRole('button', { name: 'Give this answer' }).click();
  await today.getByRole('button', { name: 'Yes, do it' }).click();
  await today.getByText(/^Refused, by /).waitFor({ timeout: 60_000 });
  await written.reload();
  await written.getByRole('button', { name: 'Take it a level up' }).click({ timeout: 60_000 });
  await written.getByText(/took the refusal further/).waitFor({ timeout: 60_000 });
  await assertSound(written, 'flag-escalated-phone-dark');
  const all = await openedAt(owner.context, '/letters');
  await all.getByText(/^Waits for you until/).waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(all, 'letters');
  expect([...rep.trouble, ...owner.trouble, ...manager.trouble]).toEqual([]);
  for (const { context } of [rep, owner, manager]) await context.close();
}, 240_000);

it('without a name: what would tell is said, a code is shown once, and it alone reads the reply and answers back', async () => {
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: false });
  const tab = await openedAt(rep.context, '/letters/new');
  await tab.getByLabel('What is wrong').fill('I must send callers away at noon.');
  await tab.getByRole('switch', { name: 'Without my name' }).check();
  await tab.getByRole('button', { name: 'Hand it in without my name' }).click();
  await tab.getByText('It says “I” or “my”.').waitFor({ timeout: 60_000 });
  await assertSound(tab, 'letter-shield-phone');
  await tab.getByLabel('What is wrong').fill('Callers are sent away at noon.');
  await tab.getByRole('button', { name: 'Hand it in without my name' }).click();
  await tab.getByRole('heading', { name: 'Write this code down' }).waitFor({ timeout: 60_000 });
  const code = await tab.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).innerText();
  await assertSound(tab, 'letter-code-phone');
  tomorrow();
  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const all = await openedAt(owner.context, '/letters');
  await all.getByRole('link', { name: 'Callers are sent away at noon.' }).click({ timeout: 60_000 });
  await all.getByText(/^A shielded writer, /).waitFor({ timeout: 60_000 });
  await all.getByLabel('A question or a reply').fill('Who sends them away?');
  await all.getByRole('button', { name: 'Write it' }).click();
  await all.getByText('Who sends them away?').waitFor({ timeout: 60_000 });
  // A browser in which nobody is signed in.
  const nobody = await opened.browser.newContext({ baseURL: opened.app.address });
  const claim = await openedAt(nobody, '/letters/claim');
  await claim.getByLabel('Your code').fill(code.toLowerCase().replaceAll('-', ' '));
  await claim.getByRole('button', { name: 'Read the replies' }).click();
  await claim.getByText('Who sends them away?').waitFor({ timeout: 60_000 });
  await claim.getByLabel('Your reply').fill('The sign at the door.');
  await claim.getByRole('button', { name: 'Send this reply' }).click();
  await claim.getByText('The sign at the door.').waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(claim, 'letter-claimed');
  await all.reload();
  await all.getByText('Who sends them away?').waitFor({ timeout: 60_000 });
  expect(await all.getByText('The sign at the door.').count()).toBe(0);
  expect([...rep.trouble, ...owner.trouble].filter((one) => !one.includes('401'))).toEqual([]);
  for (const one of [rep.context, owner.context, nobody]) await one.close();
}, 240_000);
