// Fixes on a screen: what matters first, lines that fit, and nothing that a name could forge.
import { describe, expect, it } from 'vitest';
import { FixShape } from '../fixes/fixes.shape.ts';
import { fixesText, fixText } from './fixes.view.ts';
import { planText, provableText } from './plan.view.ts';
import { wrapped } from '../kernel/wrap.ts';

const fix = FixShape.parse({
  id: 'x81b2',
  pattern: 'p3f0c',
  standard: 'close.asked-for-business',
  title: 'Asked for the business',
  cause: 'procedure',
  kind: 'written-procedure',
  kindSays: 'a written procedure',
  says: 'Write down how to ask.\u001b[2J',
  owner: 'dana',
  due: '2026-04-01',
  overdue: false,
  sites: ['bay', 'harbor', 'lake', 'mill', 'pier', 'quay', 'reef'],
  siteNames: { bay: 'Bay Road', harbor: 'Harbor' },
  expected: 0.1,
  guardrails: [{ id: 'close.thanked', title: 'Thanked' }],
  state: 'too-early',
  stateSays: 'done, too early to say',
  doneOn: [],
  events: [
    { kind: 'done', on: '2026-03-16', sites: ['bay'] },
    { kind: 'checked', on: '2026-03-20', verdict: 'too-early' },
  ],
  can: ['done', 'check', 'drop', 'reopen'],
  sentences: ['Too early: 140 of about 460 contacts.'],
});

describe('fixes on a screen', () => {
  it('say how it stands, where and whose it is', () => {
    const text = fixesText({ fixes: [fix], says: '1 fix: 1 open.' }, 80);
    expect(text).toContain('Asked for the business at Bay Road, Harbor, lake, mill, pier and 2 more:');
    expect(text).toContain('    Too early: 140 of about 460 contacts.');
    expect(text).toContain('x81b2   done, too early to say · dana · due 2026-04-01');
    expect(text.split('\n').at(-1)).toBe('1 fix: 1 open.');
  });
  it('tell one whole, with what happened and what it takes now', () => {
    const text = fixText(fix, 60);
    expect(text).toContain('2026-03-20  too-early');
    expect(text).toContain('Bay Road (bay)');
    expect(text).toContain('nothing worse   Thanked');
    expect(text).toContain('customary fixes done x81b2 · customary fixes check ·');
  });
  it('say what it is worth, where that can be said, and as what', () => {
    expect(fixText(fix, 80)).not.toContain('worth');
    const priced = { ...fix, costs: { currency: 'USD', money: { value: 3120, from: 1480, to: 4900 } } };
    expect(fixText(priced, 120)).toContain('worth           about $3,100 a month ($1,500 to $4,900), if it does');
  });
  it('let no words move the cursor', () => {
    expect(fixText(fix, 60) + fixesText({ fixes: [fix], says: '' }, 60)).not.toContain('\u001b');
  });
});

describe('plans on a screen', () => {
  it('say first how many could be proved, name sites, and offer only what could', () => {
    const fix = (provable: boolean) => ({
      pattern: provable ? 'p1' : 'p2',
      standard: 'close.thanked',
      title: 'Thanked',
      cause: 'procedure' as const,
      failures: 40,
      sites: ['bay', 'elm'],
      siteNames: ['Bay Road', 'Elm Street'],
      answer: { ask: 'fix' as const, provable, steps: [], says: [provable ? 'Provable.' : 'Too thin.'], assumed: [] },
    });
    const one = { ...fix(false), site: 'bay', siteName: 'Bay Road', sites: ['bay'], siteNames: ['Bay Road'] };
    const text = provableText({ fixes: [fix(true), one], noFailures: false, says: '1 of 2 could be proved.' }, 100);
    expect(text.startsWith('1 of 2 could be proved.')).toBe(true);
    expect(text).toContain('Thanked (procedure, 40 failures), at Bay Road');
    expect(text).toContain('customary fixes propose p1 --sites bay,elm');
    expect(text).toContain('Too thin.');
    expect(text).not.toContain('propose p2');
  });
  it('tell contacts and days, never, and over ten years', () => {
    const step = (contacts: number | null, days: number | null) => ({ what: 'proved', contacts, days });
    const text = planText(
      { ask: 'fix', steps: [step(120, 1), step(null, null), step(9e6, 4e6)], says: ['Provable.'], assumed: [] },
      80,
    );
    expect(text).toContain('proved  120, 1 day\n  proved  never\n  proved  9000000, over ten years');
  });
});

describe('sentences in lines', () => {
  it('keep every word, in order, in lines that fit', () => {
    const text = 'a month at a site can move by itself and by a good deal';
    const lines = wrapped(text, 24, 2);
    expect(lines.every((line) => line.length <= 24 && line.startsWith('  '))).toBe(true);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
  });
});
