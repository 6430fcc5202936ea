// The record and the people in it: a certificate added and corrected on a phone, with what it said before still to be seen; files
// brought from the browser with what could not go in; somebody's page; a mark answered by whoever served, read by who answers for
// them.
import type { BrowserContext } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();

it('a certificate is added on a phone, corrected with the old value shown, and both days tell the truth', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner', { width: 390, dark: true });
  const tab = await openedAt(context, '/record/add');
  await tab.getByRole('link', { name: /^Certificate/ }).click();
  await tab.getByLabel('Who').selectOption({ index: 1 }, { timeout: 60_000 });
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await tab.getByText('Expected a value.').waitFor({ timeout: 60_000 });
  await tab.getByLabel('Shown able to do what').fill('holding-the-gate');
  await tab.getByLabel('Shown on').fill('2026-01-12');
  await tab.getByLabel('Holds until').fill('2027-01-12');
  await assertSound(tab, 'record-form-phone');
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await tab.getByRole('heading', { name: 'It is on record' }).waitFor({ timeout: 60_000 });
  await tab.getByRole('link', { name: 'See it' }).click();
  await tab.getByRole('link', { name: 'Correct it' }).click({ timeout: 60_000 });
  await tab.getByLabel('Holds until').fill('2026-10-01');
  await tab.getByText('Until now: 2027-01-12').waitFor();
  await tab.getByRole('button', { name: 'See what changes' }).click();
  const changes = tab.getByRole('region', { name: 'What changes' });
  expect(await changes.locator('del').innerText()).toContain('2027');
  expect(await changes.locator('ins').innerText()).toContain('2026');
  await assertSound(tab, 'record-correction-phone');
  await tab.getByRole('button', { name: 'Yes, correct it' }).click();
  await tab.getByRole('heading', { name: 'It is on record' }).waitFor({ timeout: 60_000 });
  await tab.getByRole('link', { name: 'See it' }).click();
  await tab.locator('del').filter({ hasText: '2027' }).waitFor({ timeout: 60_000 });
  await assertSound(tab, 'record-row-phone');
  const held = await openedAt(context, '/record?kind=certificates&words=holding-the-gate&day=2026-09-30');
  await held.getByRole('link', { name: /Holding the gate/ }).waitFor({ timeout: 60_000 });
  await held.getByLabel('As of').fill('2026-10-01');
  await held.getByRole('heading', { name: 'Nothing on record fits that' }).waitFor({ timeout: 60_000 });
  expect(trouble.filter((one) => !one.includes('400'))).toEqual([]);
  await context.close();
}, 240_000);

it('files are brought from the browser, and what could not go in says its row and what to do', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/record/bring');
  await assertSound(tab, 'record-bring');
  const table = (text: string) => ({ mimeType: 'text/csv', buffer: Buffer.from(text) });
  await tab.getByLabel('Files of the record').setInputFiles([
    { name: 'people.csv', ...table('id,name\np-brought,Wren <b>Holt</b>\n') },
    { name: 'certificates.csv', ...table('person,task,on\np-brought,desk,2026-01-01\np-nobody,desk,soon\n') },
  ]);
  await tab.getByRole('heading', { name: '2 rows are on record anew' }).waitFor({ timeout: 60_000 });
  await tab.getByText('certificates.csv, row 3, person').waitFor();
  const [file] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('button', { name: 'Fetch all of them as a table' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('could-not-go-in.csv');
  const person = await openedAt(context, '/people/p-brought');
  expect(await person.getByRole('heading', { level: 1 }).innerText()).toBe('Wren <b>Holt</b>');
  expect(trouble).toEqual([]);
  await context.close();
}, 180_000);

/** The first mark that was missed in one of the rep's own contacts. */
async function missedByThem({ request }: BrowserContext): Promise<{ contact: string; mark: string }> {
  let found: { contact: string; mark: string } | undefined;
  const look = async (): Promise<void> => {
    const { items } = (await (await request.get('/v1/contacts?limit=20')).json()) as { items: { id: string }[] };
    for (const { id } of items) {
      const { marks } = (await (await request.get(`/v1/contacts/${id}`)).json()) as {
        marks: { id: string; verdict: string }[];
      };
      const missed = marks.find((one) => one.verdict === 'failed');
      if (missed) return void (found = { contact: id, mark: missed.id });
    }
    throw new Error('Nothing of theirs is ready to be found yet.');
  };
  await vi.waitFor(look, { timeout: 100_000, interval: 1000 });
  return found!;
}

it('a rep says that a mark is right, and the manager of the site reads it on Today', async () => {
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: false });
  await assertSound(await openedAt(rep.context, '/me'), 'my-page-phone');
  const { contact, mark } = await missedByThem(rep.context);
  const mine = await openedAt(rep.context, `/contacts/${contact}?mark=${mark}`);
  await mine.getByRole('button', { name: 'That’s right' }).first().click({ timeout: 60_000 });
  await mine.getByText('not read yet').waitFor({ timeout: 60_000 });
  await assertSound(mine, 'contact-answered-phone');
  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const manager = await lookingAround(opened.browser, opened.app, 'manager');
  const today = await openedAt(manager.context, '/');
  const waiting = today.getByRole('region', { name: '1 answer to a mark waits to be read' });
  await waiting.getByText('“That’s right.”').waitFor({ timeout: 60_000 });
  await assertSound(today, 'today-answer-waits');
  await waiting.getByRole('link').click();
  await today.getByText('Who served says:').waitFor({ timeout: 60_000 });
  await today.getByRole('button', { name: 'I have read it' }).click();
  await today.getByText(/, read on/).waitFor({ timeout: 60_000 });
  await mine.reload();
  await mine.getByText(/, read on/).waitFor({ timeout: 60_000 });
  await mine.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(async () => mine.getByText('You said:').count(), { timeout: 60_000 }).toBe(0);
  expect([...rep.trouble, ...owner.trouble, ...manager.trouble]).toEqual([]);
  for (const { context } of [rep, owner, manager]) await context.close();
}, 240_000);
