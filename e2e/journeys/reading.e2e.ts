// A rule that changed: a rep reads on a phone what is new of it, says where it isn't clear and that it helps no customer; its owner sees both
// without a name, answers for the clause, and finds it among the rules that must show their right.
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSoundEverywhere, lookingAround, openedAt, shownAt } from '../web.ts';

const opened = openedApp();

const policy = (version: string, days: string, lines: string): string =>
  `---\nid: price-by-phone\nversion: ${version}\nclass: customer-service\n${days}\n---\n# Prices by telephone\n\n${lines}`;

it('a rep reads what changed on a phone and says so; the owner sees it on "Why do we have it?"', async () => {
  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: false });
  const posts = await rep.context.request.get('/v1/record/entries?kind=posts');
  const [post] = ((await posts.json()) as { items: { person: { id: string } }[] }).items;
  const person = post?.person.id ?? '';
  const files = {
    'price-1.md': policy('1', 'from: 2025-01-01\nto: 2026-01-01', '1. Greet whoever calls.\n2. Say the price.\n'),
    'price-2.md': policy(
      '2',
      'from: 2026-01-01',
      '1. Greet whoever calls.\n2. Say the price only to whoever comes in.\n3. <b>Never</b> hold a unit without a card.\n',
    ),
    'acknowledgements.csv': `person,kind,document,version,on,answer\n${person},policy,price-by-phone,1,2025-02-01,understood\n`,
  };
  const brought = await owner.context.request.post('/v1/record', {
    headers: { origin: opened.app.address, 'idempotency-key': 'a-changed-policy' },
    data: {
      files: Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') })),
    },
  });
  expect(((await brought.json()) as { rejects: unknown[] }).rejects).toEqual([]);

  const today = await openedAt(rep.context, '/');
  await today.getByRole('heading', { name: /to read$/ }).waitFor({ timeout: 60_000 });
  const list = await shownAt(today, '/reading');
  await list
    .getByText(/^Changed since you read it on .*2025/)
    .first()
    .waitFor({ timeout: 60_000 });
  await list.getByRole('link', { name: 'Prices by telephone' }).click();
  const changed = list.getByRole('region', { name: 'What changed since you read it' });
  await changed.waitFor({ timeout: 60_000 });
  expect(await changed.locator('ins').allInnerTexts()).toContain('<b>Never</b> hold a unit without a card.');
  await assertSoundEverywhere(list, 'reading-changed');
  const second = list.locator('#part-2');
  await second.getByRole('button', { name: 'I don’t understand this' }).click();
  await second.getByLabel('What isn’t clear?').fill('Not even when they ask twice?');
  await second.getByRole('button', { name: 'Say so' }).click();
  await second.getByText('You said that this isn’t clear to you').waitFor({ timeout: 60_000 });
  await second.getByRole('button', { name: 'No', exact: true }).click();
  await second.locator('button[aria-pressed="true"]').filter({ hasText: 'No' }).waitFor({ timeout: 60_000 });
  await list.getByRole('button', { name: 'I disagree' }).click();
  await list.getByRole('button', { name: 'Disagree and write the letter' }).waitFor();
  await assertSoundEverywhere(list, 'reading-answered');

  const readers = await openedAt(owner.context, '/reading/policy/price-by-phone/readers');
  await readers.getByText('Not even when they ask twice?').waitFor({ timeout: 60_000 });
  const said = readers.getByRole('region', { name: 'What readers say' });
  expect(await said.innerText()).toMatch(/1 doesn’t understand it[\s\S]*1 sees no benefit to the customer/);
  await readers.getByRole('button', { name: 'Set a question' }).click();
  await assertSoundEverywhere(readers, 'readers');

  const why = await shownAt(readers, '/policies/why');
  const rule = why.getByRole('listitem').filter({ hasText: 'Say the price only to whoever comes in.' });
  await rule.getByText('Those who must comply see no benefit').waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(why, 'why');
  await why.setViewportSize({ width: 1280, height: 900 });
  await rule.getByRole('button', { name: 'Answer for it' }).click();
  await rule.getByRole('radio', { name: 'No', exact: true }).check();
  await rule.getByLabel('Why?').fill('Callers go where somebody tells them.');
  await rule.getByLabel('Which law demands it?').fill('none');
  await assertSoundEverywhere(why, 'why-answering');
  await rule.getByRole('button', { name: 'Keep the answer' }).click();
  await rule.getByText('Neither benefit nor law').waitFor({ timeout: 60_000 });
  expect(owner.trouble).toEqual([]);
  expect(rep.trouble).toEqual([]);
  await owner.context.close();
  await rep.context.close();
}, 240_000);
