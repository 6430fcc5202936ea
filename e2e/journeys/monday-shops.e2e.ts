// Mystery shops of the past come in from an agency's workbook, its columns put right where the guess was wrong; the same file by
// command brings nothing twice; and the Monday page is read, and read again as the letter that an owner gets.
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundOnAPhone, lookingAround, openedAt } from '../web.ts';
import { newDesk } from './desk.ts';

const desk = newDesk();
const opened = openedApp();
let context: BrowserContext;
let trouble: string[];

beforeAll(async () => {
  ({ context, trouble } = await lookingAround(opened.browser, opened.app, 'owner'));
}, 240_000);
afterAll(async () => {
  await desk.clear();
});

const text = (value: string) => ({ value, type: String });
const points = (value: number) => ({ value, type: Number });
const day = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'mm/dd/yyyy' });

/** As agencies send them: a title above the headers, a sheet of words before the table, points, a cell that nobody can read. */
async function agencyWorkbook(site: string): Promise<Buffer> {
  const shops = [
    [text('Quarterly shops'), null, null, null, null],
    ['Shop #', 'Visit Date', 'Store', 'Did the employee stand up to greet you?', 'Warmth'].map(text),
    [text('Q3-1'), day('2026-07-07'), text(site), text('Yes'), points(5)],
    [text('Q3-2'), day('2026-07-08'), text(site), text('No'), points(2)],
    [text('Q3-3'), day('2026-07-09'), text('A site of nobody'), text('Yes'), points(4)],
    [text('Q3-4'), text('one day in July'), text(site), text('Yes'), points(4)],
  ];
  return writeWorkbook([
    { data: [[text('Made with care by the agency')]], sheet: 'About' },
    { data: shops, sheet: 'Shops' },
  ]).toBuffer();
}

it('a workbook is looked into, its columns put right, brought in, and brought by command no second time', async () => {
  const { items } = (await (await context.request.get('/v1/contacts?limit=1')).json()) as {
    items: { site: { name: string } }[];
  };
  const buffer = await agencyWorkbook(items[0]!.site.name);
  const tab = await openedAt(context, '/shops/bring');
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'Q3.xlsx', mimeType: 'application/octet-stream', buffer });
  await tab.getByRole('heading', { name: 'What its columns are' }).waitFor({ timeout: 60_000 });
  expect(await tab.getByLabel('What “Store” is').inputValue()).toBe('site');
  expect(await tab.getByLabel('What “Did the employee stand up to greet you?” is').inputValue()).toBe(
    'standard:desk.stood-up',
  );
  const shown = tab.getByRole('region', { name: 'As they would be kept' });
  await shown.getByText(/^3 shops, 1 of them names a site that the record doesn’t have, /).waitFor();
  await shown.getByText('What can’t be read (1)').click();
  await shown.getByText('Row 6: expected a day', { exact: false }).waitFor();

  await tab.getByLabel('What “Warmth” is').selectOption({ label: 'Noticed at once' });
  await tab.getByLabel('Fewest points of “Warmth” that count as kept').waitFor({ timeout: 60_000 });
  await shown.getByText('Noticed at once: ', { exact: false }).first().waitFor({ timeout: 60_000 });
  await assertSound(tab, 'shops-mapping');
  await assertSoundOnAPhone(tab, 'shops-mapping-390');
  await tab.getByLabel('Keep what the columns are').fill('Agency');
  await tab.getByRole('button', { name: 'Bring 3 shops in' }).click();
  await tab.getByRole('heading', { name: '3 mystery shops came in' }).waitFor({ timeout: 60_000 });
  await assertSound(tab, 'shops-came');
  await tab.close();

  await desk.write('Q3.xlsx', buffer);
  const again = await desk.run(['shops', 'bring', 'Q3.xlsx', '--like', 'Agency', '--data', opened.app.folder]);
  expect(again.screen).toContain('Q3.xlsx: 0 mystery shops came in, 3 were here already.');
  expect(again.code).toBe(0);
  const found = await openedAt(context, '/contacts?channel=shop');
  await found.locator('main ul a[href^="/contacts/"]').nth(2).waitFor({ timeout: 90_000 });
  await found.close();
  expect(trouble).toEqual([]);
}, 240_000);

it('the Monday page is read, sent, and waits on screen as the same words where no mail server is set', async () => {
  const tab = await openedAt(context, '/monday');
  const part = tab.locator('main section[data-part]').first();
  const line = (await part.locator('li').first().innerText()).trim();
  expect(line.split(' ').length).toBeGreaterThan(3);
  await tab.getByRole('button', { name: 'Send me one now' }).click();
  await tab.getByText('It waits under').waitFor({ timeout: 60_000 });
  await assertSound(tab, 'monday-sent');
  await tab.locator('main').getByRole('link', { name: 'Permissions' }).click();
  const waiting = tab.getByRole('region', { name: 'Mail that waits' });
  await waiting.locator('summary').first().click();
  await waiting.getByText(line, { exact: false }).first().waitFor({ timeout: 60_000 });
  await assertSound(tab, 'mail-waits');
  expect(trouble).toEqual([]);
  await context.close();
}, 120_000);
