// A calibration from choosing to the agreed key: two mark the same contacts blind, one on a phone; what they differ over is shown to both
// at once, talked over, decided, and stands on the standard's page.
import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundEverywhere, lookingAround, openedAt, shownAt } from '../web.ts';

const opened = openedApp();

it('a calibration, from choosing contacts to one key and a word on the wording', async () => {
  const { context: owner, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const writes = async (context: BrowserContext, method: string, path: string, data: object): Promise<void> => {
    const headers = { origin: opened.app.address, 'idempotency-key': `${method} ${path}`.replaceAll(/\W+/g, '-') };
    const reply = await context.request.fetch(path, { method, data, headers });
    expect(reply.ok(), await reply.text()).toBe(true);
  };
  const reads = async <Reply>(context: BrowserContext, path: string): Promise<Reply> =>
    (await (await context.request.get(path)).json()) as Reply;
  // Whoever looks around as a manager reviews here, everywhere.
  await (await lookingAround(opened.browser, opened.app, 'manager')).context.close();
  const reviewing = { grants: [{ role: 'reviewer', sites: null }] };
  await writes(owner, 'POST', '/v1/members/m-look-around-as-manager/grants', reviewing);
  const phone = await lookingAround(opened.browser, opened.app, 'manager', { width: 390, dark: true });
  interface Choices {
    readonly members: readonly { readonly id: string; readonly name: string }[];
  }
  const { members } = await reads<Choices>(owner, '/v1/calibrations/choices');
  const named = (as: string): string => members.find((one) => one.id === `m-look-around-as-${as}`)!.name;

  const tab = await openedAt(owner, '/agreement');
  await assertSoundEverywhere(tab, 'agreement');
  await shownAt(tab, '/calibrations');
  await assertSound(tab, 'calibrations-empty');
  await tab.getByRole('link', { name: 'Begin a calibration' }).click();
  await tab.getByLabel('What to call it').fill('November');
  await tab.getByRole('combobox', { name: 'Standards' }).fill('Need before');
  await tab.getByRole('option', { name: 'Need before price' }).click();
  await tab.keyboard.press('Escape');
  await tab.getByText('The machine says missed').waitFor({ timeout: 30_000 });
  const contacts = tab.getByRole('group', { name: 'Contacts' }).getByRole('checkbox');
  await tab.getByLabel(named('owner'), { exact: true }).check();
  await tab.getByLabel(named('manager'), { exact: true }).check();
  // Neither of the two served in these: nobody marks their own.
  await contacts.nth(1).check();
  await contacts.nth(5).check();
  await tab.getByText('4 reviews in all.').waitFor();
  await assertSoundEverywhere(tab, 'calibration-new');
  await tab.getByRole('button', { name: 'Begin', exact: true }).click();
  await tab.getByRole('heading', { name: 'November' }).waitFor({ timeout: 60_000 });
  await tab.getByText('0 of 2 people.').waitFor();
  await assertSound(tab, 'calibration-marking');
  const path = new URL(tab.url()).pathname;

  const marks = async (context: BrowserContext, verdicts: readonly string[]): Promise<void> => {
    const { yours } = await reads<{ yours: { task: string }[] }>(context, `/v1${path}`);
    for (const [nth, { task }] of yours.entries()) {
      interface Form {
        readonly standards: readonly { readonly id: string }[];
      }
      const { standards } = await reads<Form>(context, `/v1/reviews/${task}`);
      await writes(context, 'POST', `/v1/reviews/${task}/take`, {});
      const evidence = [{ turn: 0, from: 0, to: 9 }];
      const said = standards.map(({ id }) => ({ standard: id, verdict: verdicts[nth], evidence }));
      await writes(context, 'PUT', `/v1/reviews/${task}`, { began: 0, marks: said, seconds: 20, send: true });
    }
  };
  await marks(owner, ['failed', 'met']);
  const small = await openedAt(phone.context, '/calibrations');
  await small.getByRole('link', { name: /November/ }).click();
  await small.getByText('2 of your 2 contacts to mark.', { exact: false }).waitFor({ timeout: 30_000 });
  expect(await small.getByText('Missed').count()).toBe(0);
  await assertSound(small, 'calibration-marking-phone');
  await small.getByRole('link', { name: 'Start' }).click();
  await small.waitForURL('**/reviews/*');
  await marks(phone.context, ['met', 'met']);

  await shownAt(small, path);
  await small.getByText('All said the same 1 of 2 times.').first().waitFor({ timeout: 30_000 });
  expect(await small.getByText(named('owner')).count()).toBe(0);
  await small.getByLabel('Say something about it').first().fill('They were asked what they store, later on.');
  await small.getByRole('button', { name: 'Say it' }).first().click();
  await small.getByText('They were asked what they store, later on.').waitFor({ timeout: 30_000 });
  await assertSound(small, 'calibration-talking-phone');

  await shownAt(tab, path);
  await tab.getByText(named('manager')).first().waitFor();
  await tab.getByText('They were asked what they store, later on.').waitFor();
  await tab.getByRole('combobox', { name: 'The key we agree on' }).click();
  await tab.getByRole('option', { name: 'Missed' }).click();
  await tab.getByLabel('Because').fill('The price came first.');
  await tab.getByRole('button', { name: 'Agree on it' }).click();
  await tab.getByText('Key: Missed.').waitFor({ timeout: 30_000 });
  await tab.getByText('Reword', { exact: true }).click();
  await tab.getByLabel('What was agreed').fill('Say what counts as asking.');
  await tab.getByRole('button', { name: 'Write it down' }).click();
  await tab.getByText('To be reworded.').waitFor({ timeout: 30_000 });
  await assertSoundEverywhere(tab, 'calibration-talking');
  await tab.getByRole('button', { name: 'Close it with this key' }).click();
  await tab.getByRole('group', { name: 'Close it with this key' }).getByRole('button').first().click();
  await tab.getByText('Closed: this is the agreed key.', { exact: false }).waitFor({ timeout: 30_000 });
  await tab.getByRole('link', { name: 'Need before price' }).first().click();
  await tab.getByRole('heading', { name: 'How far people agree on it' }).waitFor({ timeout: 60_000 });
  await tab.getByText('to be reworded. Say what counts as asking.', { exact: false }).waitFor({ timeout: 30_000 });
  await shownAt(tab, '/rates');
  await assertSoundEverywhere(tab, 'rates');
  expect([...trouble, ...phone.trouble]).toEqual([]);
  await owner.close();
  await phone.context.close();
}, 240_000);
