// From a search that finds nothing to a procedure that is run: a rep on a phone looks for it, those who write procedures see that
// nobody found it, the owner writes and publishes it, and the rep runs it step by step. And a job description, written by whoever does
// the job and evaluated line by line.
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertSoundEverywhere, assertSoundOnAPhone, lookingAround, openedAt } from '../web.ts';

const opened = openedApp();
const wait = { timeout: 30_000 };
const today = new Date().toISOString().slice(0, 10);

it('what nobody finds is written, published and run at the desk', async () => {
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: true });
  const phone = await openedAt(rep.context, '/procedures');
  await phone.getByLabel('What do you need to know?').fill('flooded basement');
  await phone.getByText('It is noted, without your name').waitFor(wait);
  await assertSoundOnAPhone(phone, 'procedures-not-found');

  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(owner.context, '/dark-ages');
  const missing = tab.getByRole('region', { name: 'Looked for and not found' });
  await missing.getByText('flooded basement').waitFor(wait);
  await missing.getByRole('link', { name: 'Write it: flooded basement' }).click();
  await tab.getByRole('button', { name: 'Begin' }).click(wait);
  await tab.getByRole('button', { name: 'Add a step' }).click(wait);
  const step = (id: string) => tab.getByRole('region', { name: `Step ${id}`, exact: true });
  await step('1').getByLabel('What it says').fill('Tell the tenant which unit is wet.');
  await step('1').locator('summary').click();
  await step('1').getByLabel('Words to use').fill('I am sorry: your unit got wet. Let us look at it together.');
  await step('1').getByLabel('What it says').press('Control+Enter');
  await step('2').getByLabel('What it says').fill('Call the district manager.');
  await tab.getByRole('combobox', { name: 'Who owns it' }).click();
  await tab.getByRole('listbox').getByRole('option', { name: 'manager', exact: true }).click();
  await tab.getByLabel('From when it holds').fill(today);
  await tab.getByLabel('What it is for').selectOption('response');
  await tab.getByLabel('What sets it off').fill('Water stands in a unit.');
  await tab.getByLabel('Everybody, everywhere').check();
  await tab.getByText('All of it is saved.').waitFor(wait);
  const judge = tab.getByRole('region', { name: 'Could you hand it to a judge?' });
  const leave = judge.getByRole('button', { name: /^Leave/ });
  if ((await leave.count()) > 0) await leave.first().click();
  await tab.getByRole('button', { name: 'Ask for approval' }).click(wait);
  await tab.getByRole('button', { name: 'Approve', exact: true }).click(wait);
  await tab.getByRole('button', { name: 'Publish it' }).click(wait);
  await tab.getByText(/^In force since/).waitFor(wait);

  await phone.getByLabel('What do you need to know?').fill('watr in unit');
  await phone.getByLabel('What do you need to know?').fill('basement');
  await phone.getByRole('link', { name: /flooded basement/i }).click(wait);
  await phone.getByText('Water stands in a unit.').waitFor(wait);
  await phone.getByRole('button', { name: 'Run it as a checklist' }).click();
  // The words of the step stand on the page before as well.
  const first = phone.getByRole('region', { name: 'Step 1 of 2' });
  await first.getByText('I am sorry: your unit got wet.').waitFor(wait);
  await assertSoundOnAPhone(phone, 'procedure-run');
  await phone.keyboard.press('Enter');
  await phone.getByRole('region', { name: 'Step 2 of 2' }).waitFor(wait);
  await phone.getByRole('button', { name: 'This step is unclear' }).click();
  await phone.getByLabel('What is not clear').fill('Which number?');
  await phone.getByRole('button', { name: 'Say so' }).click();
  await phone.getByText('Thank you: whoever answers').waitFor(wait);
  await phone.reload();
  await phone.getByRole('region', { name: 'Step 2 of 2' }).waitFor(wait);
  await phone.getByRole('button', { name: 'Done' }).click();
  await phone.getByRole('button', { name: 'All done: end the run' }).click(wait);
  await phone.getByText('This run is ended and kept.').waitFor(wait);

  await tab.goto('/dark-ages');
  await tab.getByRole('heading', { level: 1 }).waitFor(wait);
  await expect.poll(async () => tab.getByText('flooded basement').count()).toBe(0);
  await tab.goto('/procedures');
  await tab.getByLabel('What do you need to know?').fill('basement');
  await tab.getByRole('link', { name: /flooded basement/i }).click(wait);
  const confusion = tab.getByRole('region', { name: 'Where it confuses' });
  await confusion.getByText('Which number?').waitFor(wait);
  await assertSoundEverywhere(tab, 'procedure-confusion');
  // The editor may still say that somebody writes in it when it is published already.
  expect([...rep.trouble, ...owner.trouble].filter((one) => !/409.*here/.test(one))).toEqual([]);
  for (const { context } of [rep, owner]) await context.close();
}, 180_000);

it('a job description is written by whoever does the job and answered line by line', async () => {
  const rep = await lookingAround(opened.browser, opened.app, 'rep', { width: 390, dark: false });
  const mine = await openedAt(rep.context, '/duties/mine');
  const first = mine.getByRole('listitem', { name: 'Duty 1', exact: true });
  await first.waitFor(wait);
  while ((await mine.getByRole('button', { name: /^Take duty/ }).count()) > 1)
    await mine.getByRole('button', { name: 'Take duty 2 out' }).click();
  await first.getByLabel('What I do').fill('Show the unit');
  await first.getByLabel('What the customer has of it').fill('They see what they rent.');
  await assertSoundOnAPhone(mine, 'duties-written');
  await mine.getByRole('button', { name: /^Send it to/ }).click();
  await mine.getByRole('button', { name: 'Yes, send it' }).click();
  await mine.getByText(/^Sent on/).waitFor(wait);

  const owner = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(owner.context, '/');
  await tab.getByRole('region', { name: '1 job description waits for your answer' }).getByRole('link').click(wait);
  await tab.getByLabel('Thank you').fill('Thank you: I did not know that you walk them there.', wait);
  await tab.getByText('Amend', { exact: true }).click();
  await tab.getByLabel('What I do').fill('Show the unit and its lock');
  await tab.getByLabel('Why').fill('The lock is asked about most.');
  // Whoever looks something up meanwhile finds what they wrote.
  await tab.goBack();
  await tab.getByRole('heading', { name: 'Today', level: 1 }).waitFor(wait);
  await tab.goForward();
  await expect.poll(async () => tab.getByLabel('Why').inputValue()).toBe('The lock is asked about most.');
  await assertSoundEverywhere(tab, 'duties-evaluated');
  await tab.getByRole('button', { name: 'Answer to every line' }).click();
  await tab.getByText(/evaluated on/).waitFor(wait);
  await mine.reload();
  await mine.getByText('Thank you: I did not know').waitFor(wait);
  await mine.getByText('Show the unit and its lock').waitFor(wait);
  const [file] = await Promise.all([
    mine.waitForEvent('download'),
    mine.getByRole('button', { name: 'Take it along as text' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('job-description-1.md');
  await tab.goto('/base');
  await tab.getByText('Show the unit and its lock').waitFor(wait);
  expect([...rep.trouble, ...owner.trouble]).toEqual([]);
  for (const { context } of [rep, owner]) await context.close();
}, 180_000);
