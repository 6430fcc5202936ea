// The demo's start: first the last contacts, then all; afterwards what was kept, until something changes.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../src/app.ts';
import { planOrganisation } from '../../src/simulate/plan-organisation.ts';
import { readScenario } from '../../src/simulate/scenario/read-scenario.ts';
import { findCauses } from '../../src/cli/diagnose.cli.ts';
import { beginDemo } from '../../src/cli/make-demo.cli.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { sealReport } from '../../src/cli/kept-report.cli.ts';
import { start, startSealed } from '../../src/cli/start.cli.ts';
import { unwatchedTerminal } from '../../src/cli/terminal.test-data.ts';

const small = `scenario: small
says: Three weeks at two sites.
sizes: {sites: 2, days: 21, contacts-a-day: 3, team-least: 2, team-most: 3}
failing: -1
`;
const plan = { scenario: readScenario(small), seed: 2 };
const planned = () => planOrganisation(plan.scenario, plan.seed);

let folder = '';
let session: Session;
let said: string[] = [];
let printed: string[] = [];
const terminal = unwatchedTerminal({ print: (text) => printed.push(text), say: (text) => said.push(text) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-start-'));
  session = await openSession({ path: folder, from: 'told' }, makeApp);
}, 60_000);
afterAll(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

async function started(): Promise<{ said: string; printed: string }> {
  said = [];
  printed = [];
  expect(await start(session, terminal, { open: false }, beginDemo(plan))).toBe(0);
  return { said: said.join('\n'), printed: printed.join('\n') };
}

/** How many contacts a screen tells of: "Read 168 calls, 88 visits, 44 chats: ...". */
function contactsOn(screen: string): number {
  const [, counts = ''] = /Read ([^:]+):/.exec(screen) ?? [];
  return [...counts.matchAll(/\d[\d,]*/g)].reduce((sum, [count]) => sum + Number(count.replaceAll(',', '')), 0);
}

describe('the first start', () => {
  it('shows the last contacts before the rest is taken in, then all of them', async () => {
    const { said: words } = await started();
    const contacts = planned().contacts.length;
    expect(words).toContain(`${Math.ceil(contacts / 4)} new contacts`);
    expect(words).toContain(`${contacts - Math.ceil(contacts / 4)} new contacts`);
    expect(words).not.toContain('expected');
    expect(printed.map(contactsOn)).toEqual([Math.ceil(contacts / 4), contacts]);
    for (const file of ['contacts', 'record', 'truth.json'])
      expect(existsSync(join(folder, 'organisation', file))).toBe(true);
  }, 120_000);
});

describe('a later start', () => {
  it('prints the same again, and reads nothing', async () => {
    const first = printed.at(-1);
    const { said: words, printed: screens } = await started();
    expect(words).toContain('Kept from');
    expect(words).not.toContain('Read ');
    expect(screens).toBe(first);
  }, 60_000);
  it('works it out again where something was done since', async () => {
    await findCauses(session, terminal);
    const { said: words } = await started();
    expect(words).not.toContain('Kept from');
    expect(words).toContain('already here');
  }, 120_000);
  it('works it out again where what was kept is damaged', async () => {
    const kept = await readFile(join(folder, 'kept-report.json'), 'utf8');
    const { writeText } = await import('../../src/cli/write-file.ts');
    await writeText(join(folder, 'kept-report.json'), [kept.slice(0, 500)]);
    const { said: words } = await started();
    expect(words).not.toContain('Kept from');
  }, 120_000);
  it('opens nothing where nobody has since, and asks for the data where somebody has', async () => {
    const { printed: first } = await started();
    await session.close();
    await sealReport(session);
    printed = [];
    expect(await startSealed(folder, terminal, { open: false, json: 'all.json' })).toBeNull();
    expect(await startSealed(folder, terminal, { open: false })).toBe(0);
    expect(printed.join('\n')).toBe(first);
    session = await openSession({ path: folder, from: 'told' }, makeApp);
    expect(await startSealed(folder, terminal, { open: false })).toBeNull();
  }, 60_000);
});
