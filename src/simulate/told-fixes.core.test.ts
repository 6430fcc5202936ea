import { expect, test } from 'vitest';
import { fits } from '../fixes/fix-kinds.core.ts';
import { planOrganisation } from './plan-organisation.ts';
import { reviewedFile } from './reviewed-file.ts';
import { shippedScenario } from './shipped-scenarios.ts';
import { toldFixes } from './told-fixes.core.ts';

const harbor = shippedScenario('harbor');
const planned = planOrganisation(
  { ...harbor, ranges: { ...harbor.ranges, sizes: { ...harbor.ranges.sizes, 'contacts-a-day': [10, 10] } } },
  8,
);
const fixes = toldFixes(planned);

test('each event that was a fix is told once, with a kind that fits its cause and some sites left as they were', () => {
  expect(fixes.map((one) => one.cause).toSorted()).toEqual(['management', 'policy', 'procedure', 'training']);
  expect(new Set(fixes.map((one) => one.standard)).size).toBe(4);
  for (const fix of fixes) {
    expect(fits(fix.kind, fix.cause), fix.kind).toBe(true);
    expect(fix.sites.length).toBeGreaterThan(0);
    expect(fix.sites.length).toBeLessThan(planned.records.sites.length);
    expect(fix.pickedTo < fix.proposedOn && fix.proposedOn < fix.begunOn && fix.begunOn < fix.doneOn).toBe(true);
  }
});

test('a reviewer’s marks say what was planned, of contacts before and since each fix where it stands, with their chance', () => {
  const [head, ...rows] = reviewedFile(planned).trim().split('\n');
  expect(head).toBe('contact,standard,verdict,marker,probability,on');
  const contacts = new Map(planned.contacts.map((one) => [one.id, one]));
  const seen = new Map<string, number>();
  for (const row of rows) {
    const [id = '', standard = '', verdict, , probability] = row.split(',');
    const contact = contacts.get(id)!;
    const fix = fixes.find((one) => one.standard === standard)!;
    expect(fix.sites).toContain(contact.site);
    expect(verdict).toBe(contact.acts.find((one) => one.standard === standard)!.failed ? 'failed' : 'met');
    expect(Number(probability) > 0 && Number(probability) <= 1).toBe(true);
    const when = contact.day < fix.begunOn ? 'before' : contact.day >= fix.doneOn ? 'since' : 'between';
    expect(when).not.toBe('between');
    seen.set(`${standard} ${when}`, (seen.get(`${standard} ${when}`) ?? 0) + 1);
  }
  for (const [period, count] of seen) expect(count, period).toBeLessThan(120);
  expect([...seen.keys()].length).toBe(8);
});
