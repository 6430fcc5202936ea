// Today as everybody meets it who signs in with one role and no other: it is about them, it is sound, and no door on it, nor in
// their menu, is shut to them.
import type { BrowserContext } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Role } from '../../src/kernel/actor.ts';
import { openedApp } from '../opened-app.ts';
import { assertSound, assertSoundOnAPhone, lookingAround, openedAt, shownAt } from '../web.ts';

const opened = openedApp();
let owner: BrowserContext;

beforeAll(async () => {
  owner = (await lookingAround(opened.browser, opened.app, 'owner')).context;
}, 240_000);

/** A browser of somebody who was invited with this role over everything. */
async function invited(role: Role): Promise<BrowserContext> {
  const headers = { origin: opened.app.address, 'idempotency-key': `invited-as-${role}` };
  const data = { email: `${role}@bay.example`, name: 'Kim Lowe', grants: [{ role, sites: null }] };
  const reply = await owner.request.post('/v1/invitations', { data, headers });
  expect(reply.ok(), await reply.text()).toBe(true);
  const { address } = (await reply.json()) as { address: string };
  const context = await opened.browser.newContext({
    baseURL: opened.app.address,
    viewport: { width: 1280, height: 900 },
  });
  const accepted = await context.request.post('/v1/links/accept', {
    data: { token: address.split('#')[1], password: 'four geese under brass' },
    headers: { origin: opened.app.address },
  });
  expect(accepted.ok(), await accepted.text()).toBe(true);
  return context;
}

/** What only Today of this role says. */
const told: readonly (readonly [Role, string | RegExp])[] = [
  ['owner', /is what failing costs|Why it goes wrong/],
  ['district-manager', 'Whom to watch and help'],
  ['manager', /Certificates about to lapse|Whom to watch and help|Nothing is due at your sites/],
  ['rep', 'Your one standard to work on'],
  ['trainer', 'Certificates about to lapse'],
  ['reviewer', 'Worth fixing first'],
  ['shopper', 'Enter what you saw'],
  ['counsel', 'The record as of a day'],
  ['hr', 'Add to the record'],
  ['auditor', 'Worth fixing first'],
];

it.each(told)(
  'of one who is %s, and of nobody else',
  async (role, says) => {
    const around = role === 'owner' || role === 'manager' || role === 'rep';
    const context = around ? (await lookingAround(opened.browser, opened.app, role)).context : await invited(role);
    const shut: string[] = [];
    context.on('response', (reply) => {
      if (reply.status() === 403) shut.push(new URL(reply.url()).pathname);
    });
    const tab = await openedAt(context, '/');
    await tab.getByText(says).first().waitFor({ timeout: 60_000 });
    await assertSound(tab, `today-of-${role}`);
    await assertSoundOnAPhone(tab, `today-of-${role}-390`);
    await tab.setViewportSize({ width: 1280, height: 900 });
    // Every page of those two is opened by another journey.
    if (role === 'owner' || role === 'district-manager') return;
    const doors = (await tab.evaluate(`[...document.querySelectorAll('nav a[href], main a[href]')]
      .map((one) => new URL(one.href)).filter((one) => one.origin === location.origin)
      .map((one) => one.pathname)`)) as string[];
    // One contact stands for all of them, one person for all, one standard for all.
    const kinds = new Map(
      doors.map((path) => [path.split('/').slice(0, 2).join('/') + (path.split('/')[2] ? '/one' : ''), path]),
    );
    for (const path of kinds.values()) {
      await shownAt(tab, path);
      expect([path, shut.splice(0)]).toEqual([path, []]);
    }
  },
  120_000,
);
