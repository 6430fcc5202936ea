// A letter to its end: from a quoted call to an adopted clause, whose fix is begun on the letter's own page; and once enough calls have
// come in after it, the letter says that it worked.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addDays } from '../../src/kernel/moment.ts';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertCome, assertSoundEverywhere, openedAt, shownAt } from '../web.ts';

const sites = ['bay', 'harbor', 'lake', 'mill'];
const standard = 'close.asked-for-business';
const password = 'four geese under brass';
const wait = { timeout: 60_000 };
const begun = new Date().toISOString().slice(0, 10);
let browser: Browser;
let server: NewServer;
let owner: BrowserContext;

const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const reply = await owner.request.post(path, { data: body, headers: { origin: server.address } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json().catch(() => ({}))) as Record<string, unknown>;
};

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  owner = await browser.newContext({ baseURL: server.address, viewport: { width: 1280, height: 900 } });
  const organisation = { name: 'Harbor Self Storage' };
  await post('/v1/set-up', {
    token: server.token,
    name: 'Ruth Vale',
    email: 'ruth@harbor.example',
    password,
    organisation,
  });
  const files = {
    'sites.csv': `id,name,time zone\n${sites.map((id) => `${id},${id},UTC`).join('\n')}\n`,
    'policies/quotes.md':
      '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting prices\n\n1. The rep says the price and nothing else.\n',
  };
  await post('/v1/record', {
    files: Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') })),
  });
}, 120_000);

afterAll(async () => {
  vi.useRealTimers();
  await browser?.close();
  await server?.end();
});

interface Enquiry {
  readonly id: string;
  readonly site: string;
  readonly day: string;
  readonly asked: boolean;
}

/** One enquiry a day at each site; every other one is asked to rent, and where it is mended almost everybody. */
function enquiries(from: string, days: number, mended: readonly string[]): Enquiry[] {
  return Array.from({ length: days * sites.length }, (_, n) => {
    const [nth, site] = [Math.floor(n / sites.length), sites[n % sites.length]!];
    const day = addDays(from, nth);
    const asked = mended.includes(site) ? nth % 29 !== 0 : (nth + n) % 2 === 0;
    return { id: `chat-${site}-${day}`, site, day, asked };
  });
}

function asTable(all: readonly Enquiry[]): string {
  const rows = all.flatMap(({ id, site, day, asked }, n) =>
    [
      ['customer', `how much for a 5x10, I have ${n} boxes`],
      ['agent', 'fifty dollars a month'],
      ['customer', 'hm'],
      ['agent', asked ? 'so do you want it' : 'yeah'],
      ['customer', 'ok'],
    ].map(([who, says], turn) => `${id},${day}T10:0${turn}:00Z,${site},p-1,${who},"${says}"`),
  );
  return ['conversation id,time,site,agent,speaker,message', ...rows].join('\n');
}

async function brought(tab: Page, name: string, all: readonly Enquiry[]): Promise<void> {
  await shownAt(tab, '/contacts/bring');
  const buffer = Buffer.from(asTable(all));
  await tab.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await tab.getByRole('button', { name: 'Bring 1 file in' }).click(wait);
  await tab.getByRole('heading', { name: `${all.length} contacts came in` }).waitFor(wait);
  await expect
    .poll(
      async () => {
        const { items } = (await (await owner.request.get('/v1/jobs')).json()) as {
          items: { work: string; state: string }[];
        };
        return items.filter(({ work }) => work === 'all').map(({ state }) => state);
      },
      { timeout: 120_000, interval: 500 },
    )
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/waiting|running/)]));
}

it('from a quoted call to an adopted clause, and to a verified effect on the letter itself', async () => {
  const before = enquiries(addDays(begun, -240), 240, []);
  const tab = await openedAt(owner, '/');
  await brought(tab, 'before.csv', before);
  // A person looked at some of them too: so it is known that the marks didn't change with the rule.
  const reviewed = (all: readonly Enquiry[]): string =>
    [
      'contact,standard,verdict,by',
      ...all
        .filter(({ site }) => site === 'bay')
        .map((one) => `${one.id},${standard},${one.asked ? 'met' : 'failed'},r`),
    ].join('\n');
  await post('/v1/past-marks', { files: [{ name: 'before.csv', text: reviewed(before) }] });
  const failures = (await (await owner.request.get(`/v1/failures?standard=${standard}&site=bay&limit=1`)).json()) as {
    items: { mark: string; contact: string }[];
  };
  const { mark, contact } = failures.items[0]!;
  await shownAt(tab, `/contacts/${contact}?mark=${mark}`);
  await tab.getByRole('link', { name: 'Write a letter about it' }).first().click(wait);
  await tab.getByRole('heading', { name: 'It cites' }).waitFor(wait);
  await tab.getByLabel('What is wrong').fill('We say a price and nothing else.');
  await tab.getByLabel('Why it should change').fill('Callers hang up and rent elsewhere.');
  await tab.getByLabel('What to do instead').fill('Ask every caller whether they want it.');
  await tab.getByRole('combobox', { name: 'Which rule it is about' }).click();
  await tab.getByRole('option', { name: /Quoting prices/ }).click();
  await tab.getByText('Kept as a draft. Nobody else sees it.').waitFor(wait);
  await tab.getByRole('button', { name: 'Send this letter' }).click();
  await tab.getByRole('heading', { name: /^Letter \d+$/ }).waitFor(wait);
  const letter = new URL(tab.url()).pathname;
  await tab.getByLabel('Adopt it', { exact: true }).check();
  await tab.getByRole('button', { name: 'Give this answer' }).click();
  await tab.getByRole('button', { name: 'Yes, do it' }).click();
  const came = tab.getByRole('region', { name: 'What came of it' });
  await came.getByText('Proposed', { exact: true }).waitFor(wait);
  await came.getByRole('link', { name: 'Open this fix' }).waitFor();

  // The clause as the letter asks for it, published.
  await came.getByRole('link', { name: 'see how it stands' }).click();
  await tab.getByRole('heading', { level: 1 }).waitFor(wait);
  await tab.goto('/documents/policy/quotes/edit');
  const words = tab.getByRole('region', { name: 'Clause 1', exact: true }).getByLabel('What it says');
  await words.fill('The rep says the price and may ask every caller to rent.', wait);
  await tab.getByRole('combobox', { name: 'Who owns it' }).click();
  await tab.getByRole('listbox').getByRole('option', { name: 'owner', exact: true }).click();
  await tab.getByLabel('From when it holds').fill(begun);
  await tab.getByLabel('Everybody, everywhere').check();
  await tab.getByText('All of it is saved.').waitFor(wait);
  const judge = tab.getByRole('region', { name: 'Could you hand it to a judge?' });
  await judge
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click(wait);
  await tab.getByRole('button', { name: 'Ask for approval' }).click(wait);
  await tab.getByRole('button', { name: 'Approve', exact: true }).click(wait);
  await tab.getByRole('button', { name: 'Publish it' }).click(wait);
  await tab.getByText(/^In force since/).waitFor(wait);

  await shownAt(tab, letter);
  await came.getByText(/^Version 2, which cites this letter, was published/).waitFor(wait);
  await came.getByRole('button', { name: 'Begin the fix' }).click();
  await came.getByText('Under way', { exact: true }).waitFor(wait);
  await came.getByRole('button', { name: 'It is done' }).click();
  await came.getByText('Done, and being watched', { exact: true }).waitFor(wait);
  await came.getByRole('link', { name: 'Open this fix' }).click();
  await tab.getByRole('article').and(tab.locator('[aria-current="true"]')).waitFor(wait);

  // Months later the calls that came since are brought in.
  const after = enquiries(begun, 150, ['bay']);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 151 * 86_400_000 });
  await post('/v1/sign-in', { email: 'ruth@harbor.example', password });
  await post('/v1/past-marks', { files: [{ name: 'after.csv', text: reviewed(after) }] });
  await brought(tab, 'after.csv', after);
  await shownAt(tab, letter);
  await came.getByText('Verified', { exact: true }).waitFor(wait);
  await assertCome(tab);
  await assertSoundEverywhere(tab, 'letter-verified');
}, 300_000);
