// Contacts and standards as people use them: from a search to the words a mark rests on, from a file to its marks, a standard
// changed after its change was tried, a visit entered on a phone; and text that was written to do harm does nothing.
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();

it('from a search by keyboard to a contact whose words and marks light each other', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/contacts');
  // Contacts of a demo made just now are still being made ready to be found.
  await tab.locator('main ul a[href^="/contacts/"]').first().waitFor({ timeout: 120_000 });
  await tab.keyboard.press('/');
  await tab.keyboard.type('price');
  await expect.poll(() => new URL(tab.url()).searchParams.get('words')).toBe('price');
  await tab.locator('main mark').first().waitFor();
  await tab.getByRole('searchbox').press('Tab');
  await tab.keyboard.press('j');
  await tab.keyboard.press('j');
  await tab.keyboard.press('k');
  expect(await tab.evaluate('document.activeElement.getAttribute("href")')).toContain('/contacts/');
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1 }).waitFor();
  const words = tab.getByRole('region', { name: 'What was said' });
  await words.getByRole('button').first().press('Enter');
  expect(await words.locator('[aria-pressed="true"]').count()).toBeGreaterThan(0);
  const open = tab.getByRole('region', { name: 'Marks' }).locator('button[aria-expanded="true"]');
  expect(await open.count()).toBe(1);
  await assertSound(tab, 'contact');
  expect(trouble).toEqual([]);
  await context.close();
}, 240_000);

it('a file is looked into, its columns said, brought in and marked, and its harmful words stay words', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/contacts/bring');
  const said = 'Hello <img src=x onerror=document.title=1> javascript:alert(1) can you quote me a zebra cage';
  const rows = ['k1', 'k2'].flatMap((id) => [
    `${id},A,"Harbor Self Storage, ${id}, can I help?"`,
    `${id},B,"${said} ${id}"`,
    `${id},A,"No."`,
  ]);
  const buffer = Buffer.from(['Ref,Wer,Was', ...rows].join('\n'));
  await tab.locator('input[type=file]').setInputFiles({ name: '=harm.csv', mimeType: 'text/csv', buffer });
  await tab.getByLabel('What Ref is').selectOption('contact');
  await tab.getByLabel('What Wer is').selectOption('speaker');
  await tab.getByLabel('What Was is').selectOption('text');
  await tab.getByText(/^2 contacts/).waitFor();
  await tab.getByRole('button', { name: 'Bring 1 file in' }).click();
  await tab.getByRole('heading', { name: '2 contacts came in' }).waitFor({ timeout: 90_000 });
  const contacts = await openedAt(context, '/contacts?words=zebra');
  await contacts.locator('main ul a[href^="/contacts/"]').first().click({ timeout: 60_000 });
  await contacts.getByText('zebra cage').first().waitFor();
  expect(await contacts.locator('main img').count()).toBe(0);
  expect(await contacts.title()).not.toBe('1');
  expect(trouble).toEqual([]);
  await context.close();
}, 180_000);

it('a change of a standard is tried on the contacts before it is saved, and what is wrong says its line', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/standards/close.thanked/edit');
  const field = tab.getByLabel('As it is written');
  const text = await field.inputValue();
  await field.fill(text.replace('weight: 1', 'weigth: 1'));
  await tab.getByText('Write "weight".').waitFor({ timeout: 30_000 });
  expect(await tab.getByRole('button', { name: 'Save it' }).isDisabled()).toBe(true);
  await field.fill(text.replace('within: last 3 turns', 'within: 1 turn'));
  await tab.getByText(/^This change flips [\d,]+ of [\d,]+; here they are\.$/).waitFor({ timeout: 60_000 });
  expect(await tab.getByRole('link', { name: 'The whole contact' }).count()).toBeGreaterThan(0);
  await assertSound(tab, 'edit-standard');
  await field.fill(text.replace('says: Thanks the customer', 'says: <b>Thanks</b> the customer'));
  await tab.getByText(/^This changes none of [\d,]+/).waitFor({ timeout: 60_000 });
  await tab.getByLabel('What you change, and why').fill('A test <script>');
  await tab.getByRole('button', { name: 'Save it' }).click();
  await tab.getByText('changed here').waitFor({ timeout: 60_000 });
  expect(await tab.getByText('<b>Thanks</b> the customer').count()).toBeGreaterThan(0);
  expect(trouble).toEqual([]);
  await context.close();
}, 240_000);

it('a visit is entered on a phone, and told what it came to', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'manager', { width: 390, dark: true });
  const tab = await openedAt(context, '/by-hand');
  await tab.getByRole('group', { name: 'Stood up' }).getByText('Yes', { exact: true }).click({ timeout: 60_000 });
  await tab.getByLabel('Where').selectOption({ index: 1 });
  await assertSound(tab, 'by-hand-phone');
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await tab.getByRole('heading', { name: 'It is kept' }).waitFor({ timeout: 60_000 });
  await tab.getByRole('link', { name: 'See it' }).click();
  await tab.getByText('stand up').first().waitFor();
  expect(trouble).toEqual([]);
  await context.close();
}, 180_000);
