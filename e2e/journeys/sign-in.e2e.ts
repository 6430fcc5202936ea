// Everybody's way in, in a real browser: the first set-up, a password, a passkey, a one-time code, an invitation, and out again.
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertSound } from '../web.ts';

let browser: Browser;
let server: NewServer;
let link = '';
let address = '';

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  ({ link, address } = server);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.end();
});

/** A browser whose device has a finger that is always right. */
async function desk(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
}
const password = (page: Page, which: 'new' | 'current') => page.locator(`input[autocomplete=${which}-password]`);
const inside = async (page: Page): Promise<void> => page.locator('#main').waitFor();

it('the owner sets up, adds a passkey and codes, comes in by each, and invites somebody who comes in on a phone', async () => {
  const { page } = await desk();
  await page.goto(link);
  await page.getByLabel('Your organisation').fill('Bay Storage');
  expect(page.url()).not.toContain('#');
  await assertSound(page, 'set-up');
  await page.getByLabel('Your name').fill('Dana Reed');
  await page.getByLabel('E-mail').fill('dana@bay.example');
  await password(page, 'new').fill('password1234');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('tried first').waitFor();
  await password(page, 'new').fill('lanterns over cold gravel');
  await page.getByRole('button', { name: 'Begin' }).click();
  await inside(page);

  await page.goto(`${address}/settings/sign-in`);
  await page.getByLabel('Name of this device').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('Work laptop').waitFor();
  await page.getByRole('button', { name: 'Set up codes' }).click();
  const secret = (await page.locator('svg[role=img] + p').innerText()).replaceAll(' ', '');
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel('The code that the app shows').fill(totp.generate());
  await page.getByRole('button', { name: 'Ask for codes from now on' }).click();
  await page.getByText('Write these down now').waitFor();
  const [recovery = ''] = await page.locator('[role=status] li').allInnerTexts();
  await assertSound(page, 'my-sign-in');

  await page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await inside(page);

  await page.goto(`${address}/settings/people`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('E-mail').fill('sam@bay.example');
  await page.getByLabel('Name', { exact: true }).fill('Sam Ortiz');
  await page.getByLabel('Role').selectOption('reviewer');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('Sam Ortiz is invited.').waitFor();
  await assertSound(page, 'permissions');
  const invitation = await page.getByText(`${address}/invitation#`).first().innerText();

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    bypassCSP: true,
  });
  const guest = await phone.newPage();
  await guest.goto(invitation);
  await password(guest, 'new').fill('four geese under brass');
  expect(guest.url()).not.toContain('#');
  await assertSound(guest, 'invitation-on-a-phone');
  await guest.getByRole('button', { name: 'Come in' }).click();
  await inside(guest);

  const another = await (await browser.newContext()).newPage();
  await another.goto(address);
  await another.getByLabel('E-mail').fill('dana@bay.example');
  await assertSound(another, 'sign-in');
  await password(another, 'current').fill('lanterns over cold gravel');
  await another.getByRole('button', { name: 'Sign in' }).click();
  // A code opens once: the one of set-up opens nothing more, the next one does.
  await another.getByLabel('Code').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await another.getByRole('button', { name: 'Go on' }).click();
  await inside(another);

  const lost = await (await browser.newContext()).newPage();
  await lost.goto(address);
  await lost.getByLabel('E-mail').fill('dana@bay.example');
  await password(lost, 'current').fill('lanterns over cold gravel');
  await lost.getByRole('button', { name: 'Sign in' }).click();
  await lost.getByLabel('Code').fill(recovery);
  await lost.getByRole('button', { name: 'Go on' }).click();
  await inside(lost);
}, 240_000);
