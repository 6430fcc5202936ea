// A rule from its first word to the day it holds: written by two people at once who lose nothing, asked whether it could be handed to
// a judge, approved, published, changed, and compared word by word; on a desk and on a phone.
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { lookingAround, openedAt } from '../web.ts';

const opened = openedApp();
type Somebody = { readonly context: BrowserContext; readonly trouble: string[] };
let owner: Somebody;
let manager: Somebody;
const wait = { timeout: 20_000 };

beforeAll(async () => {
  owner = await lookingAround(opened.browser, opened.app, 'owner');
  manager = await lookingAround(opened.browser, opened.app, 'manager');
}, 240_000);

const saved = async (tab: Page): Promise<void> => tab.getByText('All of it is saved.').waitFor(wait);
const clause = (tab: Page, id: string) => tab.getByRole('region', { name: `Clause ${id}`, exact: true });
const words = (tab: Page, id: string) => clause(tab, id).getByLabel('What it says');
const today = new Date().toISOString().slice(0, 10);

it('a policy is written by two, could be handed to a judge, and holds', async () => {
  const tab = await openedAt(owner.context, '/documents');
  await tab.getByRole('link', { name: 'Write a new one' }).click();
  await tab.getByLabel('Title').fill('Late fees');
  await tab.getByRole('button', { name: 'Begin' }).click();
  await tab.getByRole('button', { name: 'Add a clause' }).click(wait);
  await words(tab, '1').fill('A late fee must be waived as usual.');
  await saved(tab);
  const judge = tab.getByRole('region', { name: 'Could you hand it to a judge?' });
  await judge.getByText('somebody must do something, and nobody is named').waitFor(wait);
  await judge.getByText('it leans on a habit that is written nowhere').waitFor(wait);

  // Somebody else writes the next clause at the same time, and then both write in the first.
  const other = await openedAt(manager.context, '/documents/policy/late-fees/edit');
  await words(other, '1').waitFor(wait);
  await words(other, '1').press('Control+Enter');
  await words(other, '2').fill('The manager may let go up to $50 a month.');
  await words(tab, '1').fill('The rep may waive one late fee a year.');
  await saved(tab);
  await saved(other);
  await expect.poll(async () => words(tab, '2').inputValue(), { timeout: 40_000 }).toContain('$50');
  await expect.poll(async () => words(other, '1').inputValue(), { timeout: 40_000 }).toContain('one late fee');
  await other.route('**/v1/document-drafts/**', async (route) => {
    // Held up, so that the other save comes first.
    if (route.request().method() === 'PUT') await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue();
  });
  await words(other, '1').fill('The rep may waive two late fees a year.');
  await words(tab, '1').fill('The rep may waive one late fee a year, and says so.');
  await tab.getByRole('button', { name: 'Save now' }).click();
  const clash = tab.getByRole('region', { name: 'Two texts' });
  await clash.getByText('two late fees').waitFor({ timeout: 60_000 });
  await clash.getByText('and says so').waitFor(wait);
  await clash.getByRole('button', { name: 'Keep the first' }).click();
  await clash.waitFor({ state: 'detached', ...wait });
  await other.unrouteAll({ behavior: 'ignoreErrors' });
  await other.close();

  await tab.getByRole('combobox', { name: 'Who owns it' }).click();
  await tab.getByRole('listbox').getByRole('option', { name: 'manager', exact: true }).click();
  await tab.getByLabel('From when it holds').fill(today);
  await tab.getByLabel('Class').selectOption('customer-service');
  await tab.getByLabel('Everybody, everywhere').check();
  await saved(tab);
  await judge.getByRole('button', { name: 'Leave all advice as it is' }).click();
  await tab.getByRole('button', { name: 'Ask for approval' }).click(wait);
  await tab.getByRole('button', { name: 'Approve', exact: true }).click(wait);
  await judge.getByText('Yes. Nothing is missing.').waitFor(wait);
  await tab.getByRole('button', { name: 'Publish it' }).click();
  await tab.getByText(/^In force since/).waitFor(wait);
  await tab.getByText('The rep may waive one late fee a year, and says so.').waitFor(wait);
  await tab.close();
}, 120_000);

it('a change of it shows its words lit, and a file becomes a draft', async () => {
  const tab = await openedAt(owner.context, '/documents/policy/late-fees');
  await tab.getByRole('button', { name: 'Change it' }).click();
  await words(tab, '1').fill('The rep may waive 2 late fees a year, and says so.', wait);
  await saved(tab);
  const changes = tab.getByText(/^What it changes/);
  await changes.click();
  await tab.locator('ins', { hasText: '2' }).first().waitFor(wait);
  await tab.getByText('a number changed', { exact: false }).first().waitFor(wait);
  await tab.goto('/documents/new');
  await tab.getByLabel('Choose a document').setInputFiles({
    name: 'keys.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Keys\n\n1. The rep keeps them.\n2. <img src=x onerror=alert(1)>\n'),
  });
  await tab.getByRole('heading', { name: 'Keys', level: 1 }).waitFor(wait);
  await tab.getByLabel('Show as it will read').check({ force: true });
  await tab.getByText('<img src=x onerror=alert(1)>').waitFor(wait);
  await tab.goto('/documents?words=keys');
  await tab.getByRole('link', { name: 'Keys', exact: true }).waitFor(wait);
  expect(owner.trouble.filter((one) => !/40[49]/.test(one))).toEqual([]);
  await tab.close();
}, 60_000);
