// The web app as its first user meets it: from the link that the terminal printed to the words behind a share, and what stands
// on the screen while no server answers.
import { describe, expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { assertCome, assertSound, lookingAround, openedAt, startedApp } from '../web.ts';

const opened = openedApp();

describe('the first five minutes', () => {
  it('lead from the printed link over a guess to what it is, the words, a letter and a call of one’s own', async () => {
    const tab = await opened.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.goto(opened.app.link);
    await tab.getByRole('button', { name: 'As the owner' }).click();
    await tab.getByRole('heading', { name: 'What do you think it is?' }).waitFor();
    expect(tab.url()).not.toContain('#');
    expect(await tab.getByRole('group', { name: 'Your guess' }).getByRole('button').count()).toBe(10);
    await tab.getByRole('button', { name: /^Customers/ }).click();
    await tab.getByRole('heading', { level: 1, name: /^You said customers: (under|about) / }).waitFor();
    expect(new URL(tab.url()).search).toBe('?guess=customer');
    expect(await tab.locator('[data-guessed="true"]').textContent()).toContain('Customers');
    expect(await tab.locator('blockquote').first().textContent()).toMatch(/\w+ \w+/);

    const wrong = tab.getByRole('textbox', { name: 'What is wrong' });
    expect(await wrong.inputValue()).toMatch(/time/);
    await wrong.fill('Nobody asks the caller to rent.');
    await tab.getByRole('button', { name: 'Keep it as a draft' }).click();
    await tab.getByRole('button', { name: 'Keep the changes' }).waitFor();

    await tab.getByRole('button', { name: 'Show me with an example' }).click();
    await tab.getByText('Missed:').first().waitFor({ timeout: 60_000 });
    expect(await tab.locator('figure mark').first().textContent()).not.toBe('');

    await tab.goBack();
    await tab.getByRole('heading', { name: 'What do you think it is?' }).waitFor();
    await tab.goForward();
    await expect.poll(async () => wrong.inputValue()).toBe('Nobody asks the caller to rent.');
    await tab.close();
  }, 120_000);

  it('can be gone through by keyboard alone', async () => {
    const { context } = await lookingAround(opened.browser, opened.app, 'owner');
    const tab = await openedAt(context, '/start');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate('document.activeElement.textContent')).toBe('To the page');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate('document.activeElement.textContent')).toContain('Our own rules');
    await tab.keyboard.press('Space');
    await tab.getByRole('heading', { level: 1, name: /^You said our own rules/ }).waitFor();
    await context.close();
  });
});

it('from a share to the quote in three clicks', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/causes');
  await tab.locator('main a[href^="/causes/"]').filter({ hasText: 'Procedure' }).first().click();
  await tab.getByRole('heading', { name: 'Where it shows' }).waitFor();
  await tab.locator('main h3 a').first().click();
  await tab.waitForURL(/\/causes\/failures\?.*cause=procedure/);
  const quote = tab.locator('main blockquote').first();
  await quote.waitFor();
  const words = (await quote.locator('mark').count()) > 0 ? await quote.locator('mark').textContent() : null;
  await tab
    .getByRole('link', { name: /^Read the / })
    .first()
    .click();
  await tab.waitForURL(/\/contacts\/[\w-]+\?mark=[\w-]+/);
  await tab.locator('h1').waitFor();
  if (words !== null) await tab.getByText(words).first().waitFor();
  expect(trouble).toEqual([]);
  await context.close();
});

it('the first load brings less than 200 KB of script, compressed, and what has not changed is not asked for again', async () => {
  const { context } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await context.newPage();
  let bytes = 0;
  tab.on('response', (reply) => {
    if (reply.url().endsWith('.js')) bytes += Number(reply.headers()['content-length'] ?? Number.NaN);
  });
  await tab.goto('/');
  await tab.locator('h1').waitFor();
  await assertCome(tab);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(200_000);
  await context.close();
});

it('a page that is open says that the server is gone, keeps what it shows, and goes on by itself once it is back', async () => {
  const { context } = await lookingAround(opened.browser, opened.app, 'owner');
  const tab = await openedAt(context, '/causes');
  const shares = await tab.locator('main a[href^="/causes/"]').count();
  expect(await opened.app.stop()).toBe(0);
  // What is asked for now comes to nobody.
  await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Contacts' }).click();
  const gone = tab.getByRole('alert').filter({ hasText: 'The server does not answer.' });
  await gone.waitFor({ timeout: 60_000 });
  await tab.goBack();
  await assertSound(tab, 'server-gone');
  expect(await tab.locator('main a[href^="/causes/"]').count()).toBe(shares);
  opened.app = await startedApp(opened.app.folder, Number(new URL(opened.app.address).port));
  await gone.waitFor({ state: 'detached', timeout: 60_000 });
  await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Contacts' }).click();
  // Still signed in, and what was made is opened, not made again.
  await tab.locator('main ul a[href^="/contacts/"]').first().waitFor({ timeout: 60_000 });
  await opened.app.made();
  expect(opened.app.said.join('\n')).not.toContain('being made');
  await context.close();
}, 180_000);
