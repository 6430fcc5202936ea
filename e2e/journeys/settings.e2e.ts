// What an owner looks after: the organisation's own words, how long contacts are kept and what a legal hold keeps from erasing,
// and the history that holds all of it.
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundInTheDark, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();

it('the organisation’s words are changed, checked, and said from then on', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/settings');
  await tab.getByRole('link', { name: /^Your words/ }).click();
  await tab.getByLabel('What you call a customer').fill('lodger');
  await tab.getByLabel('Of a hundred enquiries, won').fill('230');
  await tab.getByRole('button', { name: 'Keep these words' }).click();
  await tab.getByText('Some of this is not as it should be').waitFor();
  await tab.getByLabel('Of a hundred enquiries, won').fill('23');
  await tab.getByRole('button', { name: 'Keep these words' }).click();
  await tab.getByText('Kept.').waitFor();
  const again = await openedAt(context, '/start');
  await again.getByText('that a lodger didn’t get', { exact: false }).waitFor();
  // The refusal above is told by the browser too.
  expect(trouble.filter((one) => !one.includes('400'))).toEqual([]);
  await context.close();
});

it('sees what a period would erase, holds one contact from it, erases the rest, and the held one stays', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const list = (await (await context.request.get('/v1/contacts?limit=200')).json()) as { items: { id: string }[] };
  const oldest = list.items.at(-1)!.id;
  const tab = await openedAt(context, '/settings/keeping');
  await tab.getByText('Contacts are kept for good').waitFor();

  await tab.getByRole('button', { name: 'Place a legal hold' }).click();
  await tab.getByLabel('The contact’s id').last().fill(oldest);
  await tab.getByLabel('Why').fill('A letter from their lawyer');
  await tab.getByRole('button', { name: 'Place the hold' }).click();
  await tab.getByText('holds 1 contact').waitFor();

  await tab.getByRole('button', { name: 'Place a legal hold' }).click();
  await tab.getByLabel('What to hold').selectOption('document');
  await tab.getByRole('combobox', { name: 'Which policy or procedure' }).fill('at the desk');
  await tab.getByRole('option', { name: 'At the desk (policy)' }).click();
  await tab.getByLabel('Why').fill('They ask what was in force');
  await tab.getByRole('button', { name: 'Place the hold' }).click();
  await tab.getByRole('link', { name: 'The policy At the desk' }).waitFor();

  await tab.getByLabel('How long to keep').selectOption({ label: '1 month' });
  const told = tab.getByRole('status').filter({ hasText: 'This would erase' });
  await told.waitFor();
  expect(await told.textContent()).toMatch(
    /^This would erase [\d,]+ contacts of before [\w ,]+; 1 more is under legal hold and stays\.$/,
  );
  await tab.getByLabel('I know that this can’t be undone').check();
  await tab.getByRole('button', { name: 'Keep them for 1 month' }).click();
  await tab.getByText('Contacts are kept for 1 month').waitFor();
  await tab.getByRole('button', { name: /^Erase [\d,]+ contacts now$/ }).click();
  await tab
    .getByText('Nothing is older than that. 1 contact is older and under legal hold.')
    .waitFor({ timeout: 60_000 });
  await assertSound(tab, 'settings-keeping');
  await assertSoundInTheDark(tab, 'settings-keeping-dark');
  expect((await context.request.get(`/v1/contacts/${oldest}`)).status()).toBe(200);

  const refused = await context.request.post('/v1/erasures', {
    data: { contact: oldest },
    headers: { origin: opened.app.address, 'idempotency-key': 'erase-the-held-one' },
  });
  expect(refused.status()).toBe(409);
  expect(trouble).toEqual([]);
  await context.close();
}, 180_000);

it('the history tells of it, and every line of it is checked against a head written down before', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/settings/history');
  await tab.getByText('A legal hold was placed').waitFor();
  await tab.getByLabel('About').selectOption({ label: 'The record' });
  await tab.getByText('Organisation of the record', { exact: false }).first().waitFor();
  await tab.getByRole('button', { name: 'Check every line' }).click();
  const holds = tab.getByText('The history holds', { exact: false });
  await holds.waitFor();
  const head = (await tab.getByText(/^\d+:[0-9a-f]{64}$/).textContent()) ?? '';
  await tab.getByLabel('A head that you wrote down before').fill(head);
  await tab.getByRole('button', { name: 'Check every line' }).click();
  await tab.getByText('It goes on from the head that you wrote down.').waitFor();
  await tab
    .getByLabel('A head that you wrote down before')
    .fill(head.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await tab.getByRole('button', { name: 'Check every line' }).click();
  await tab.getByText('The history is not as it was written.').waitFor();
  await assertSound(tab, 'settings-history');
  expect(trouble).toEqual([]);
  await context.close();
});

it('a manager of one site has none of it', async () => {
  const { context } = await lookingAround(opened.browser, opened.app, 'manager');
  for (const path of ['/v1/retention', '/v1/legal-holds', '/v1/ledger/lines', '/v1/organisation'])
    expect([path, (await context.request.get(path)).status()]).toEqual([path, 403]);
  await context.close();
});
