// Organisations of which little or nothing can be said: every command that answers says what can and can't be, and ends as
// docs/guide/commands.md promises. Never silence, never a figure where there is none, never a fault.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { causes } from './causes.cli.ts';
import { diagnose } from './diagnose.cli.ts';
import { exitCode } from './exit-code.ts';
import { listFixes } from './fixes.cli.ts';
import { forecast } from './forecast.cli.ts';
import { money } from './money.cli.ts';
import { patterns } from './patterns.cli.ts';
import { planFixes } from './plan.cli.ts';
import { production } from './production.cli.ts';
import { rates } from './rates.cli.ts';
import { openSession, type Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';
import { watchCommand } from './watch.cli.ts';

let folder: string;
let printed: string[];
const terminal = unwatchedTerminal({ columns: 100, print: (text) => printed.push(text) });
const options: SharedOptions = { open: false };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-little-'));
  printed = [];
});
afterEach(async () => rm(folder, { recursive: true }));

interface Made {
  readonly contacts: number;
  readonly thanked: (nth: number) => boolean;
  readonly keeps: string;
  readonly year?: number;
}

async function write({ contacts, thanked, keeps, year = 2026 }: Made): Promise<string> {
  const brought = join(folder, 'brought');
  await mkdir(join(brought, 'record'), { recursive: true });
  const rows = Array.from({ length: contacts }, (_, nth) => {
    const facts = `${year}-0${3 + (nth % 6)}-${String(1 + (nth % 28)).padStart(2, '0')}T15:${String(nth % 60).padStart(2, '0')}:00Z,site-${nth % 2},ann`;
    const said = [
      ['agent', 'Harbor Storage how can I help you'],
      ['customer', `hi what does a ten by ten cost, number ${nth}`],
      ['agent', 'it is ninety five dollars a month'],
      ['customer', 'ok I will think about it'],
      ['agent', thanked(nth) ? 'thank you for calling, have a good day' : 'bye'],
    ];
    return said.map(([speaker, text]) => `c-${nth},${speaker},"${text}",${facts}`).join('\n');
  });
  await writeFile(join(brought, 'calls.csv'), `call_id,speaker,text,started_at,site,rep\n${rows.join('\n')}\n`);
  await writeFile(
    join(brought, 'record', 'organisation.yaml'),
    `organisation: {name: Harbor Storage, currency: USD, standards: [${keeps}]}\n`,
  );
  return brought;
}

/** Each command's exit code, by its name; and that it printed a sentence. */
async function answers(made: Made): Promise<Record<string, number>> {
  const brought = await write(made);
  const session = await openSession({ path: join(folder, 'data'), from: 'told' }, makeApp);
  const commands: Record<string, (session: Session) => Promise<number>> = {
    causes: async (one) => causes(one, terminal, options),
    patterns: async (one) => patterns(one, terminal, options),
    watch: async (one) => watchCommand(one, terminal, options),
    forecast: async (one) => forecast(one, terminal, options),
    money: async (one) => money(one, terminal, options),
    production: async (one) => production(one, terminal, options),
    'plan fixes': async (one) => planFixes(one, terminal, options),
    'fixes list': async (one) => listFixes(one, terminal, options),
    rates: async (one) => rates(one, terminal, { ...options, by: 'standard' }),
    'rates by person': async (one) => rates(one, terminal, { ...options, by: 'person' }),
  };
  try {
    await diagnose(session, terminal, brought, { ...options, column: [] });
    const codes: Record<string, number> = {};
    for (const [name, run] of Object.entries(commands)) {
      printed = [];
      codes[name] = await run(session);
      const text = printed.join('\n');
      expect(text, name).toMatch(/[A-Z][^.]{15,}\./);
      expect(text, name).not.toMatch(/NaN|undefined|Infinity|of 0 failures/);
      if (name === 'causes' && made.year === 2999) expect(text).toContain('6 contacts are dated after today');
    }
    return codes;
  } finally {
    await session.close();
  }
}

const { done, notReady } = exitCode;
const nothingYet = { production: notReady, 'fixes list': done };

it('three contacts in all', async () => {
  expect(await answers({ contacts: 3, thanked: (nth) => nth > 0, keeps: 'close.thanked' })).toEqual({
    ...nothingYet,
    causes: notReady,
    patterns: notReady,
    watch: notReady,
    forecast: notReady,
    money: notReady,
    'plan fixes': notReady,
    rates: done,
    'rates by person': done,
  });
}, 120_000);

it('nothing failed: an answer, and nothing to bring', async () => {
  expect(await answers({ contacts: 220, thanked: () => true, keeps: 'close.thanked' })).toEqual({
    ...nothingYet,
    causes: done,
    patterns: done,
    watch: done,
    forecast: done,
    money: done,
    'plan fixes': done,
    rates: done,
    'rates by person': done,
  });
}, 120_000);

it('a standard that never came up, and days that have not come', async () => {
  expect(
    await answers({ contacts: 6, thanked: () => true, keeps: 'storage.gate-trouble-helped', year: 2999 }),
  ).toMatchObject({ causes: notReady, watch: notReady, forecast: notReady, money: notReady, rates: notReady });
}, 120_000);
