import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../kernel/moment.ts';
import { noRecords } from '../records.core.ts';
import { datedEvents } from './dated-events.core.ts';
import { type DayCount, seriesOf } from './series.core.ts';
import { watch } from './watch.core.ts';

const first = '2026-01-05';

/** Days of marks at sites, each failing with the chance given; the same seed gives the same. */
function planted(seed: number, days: number, sites: readonly string[], chance: (day: number, site: string) => number) {
  const random = xoroshiro128plus(seed);
  for (let skip = 0; skip < 4; skip++) random.next();
  return Array.from({ length: days }, (_, day) =>
    sites.map((site): DayCount => {
      let failed = 0;
      for (let mark = 0; mark < 12; mark++) if ((random.next() >>> 0) / 4294967296 < chance(day, site)) failed++;
      return { day: addDays(first, day), site, kind: 'enquiry', failed, kept: 12 - failed };
    }),
  ).flat();
}
const policy = (from: Day, change: object = {}) => ({
  id: 'refunds',
  version: '4.2',
  title: 'Refund policy',
  class: 'customer-service' as const,
  from,
  roles: [],
  sites: [],
  clauses: [{ id: '1', text: 'x', serves: [], obstructs: ['a.one'] }],
  ...change,
});

describe('watch', () => {
  it('finds the day on which a rate doubled, and the policy that took effect', () => {
    const day = addDays(first, 90);
    const counts = planted(1, 180, ['bay', 'hill'], (at) => (at < 90 ? 0.1 : 0.22));
    const events = datedEvents({
      ...noRecords,
      policies: [
        policy(day),
        policy(addDays(day, 40), { id: 'later', title: 'Later' }),
        policy(day, { id: 'other', title: 'Other', sites: ['far'] }),
      ],
    });
    const { changes, charts, watched } = watch(seriesOf('a.one', counts), events);
    expect(watched).toBe(3);
    const all = changes.find((one) => one.site === undefined)!;
    expect(all.direction).toBe('worse');
    expect(Math.abs(Date.parse(all.since) - Date.parse(day)) / 86_400_000).toBeLessThanOrEqual(7);
    expect([all.earliest <= day, day <= all.latest]).toEqual([true, true]);
    expect(all.events.map((event) => event.id)).toEqual(['refunds']);
    expect(all.events[0]!.says).toBe('the day policy “Refund policy” 4.2 took effect');
    expect(all.after.failed / all.after.marked).toBeGreaterThan(all.before.failed / all.before.marked);
    expect(all.runLength.unchanged).toBeGreaterThan(10 * all.runLength.changed);
    expect(charts.find((one) => one.site === undefined)!.period).toBe('week');
  });
  it('tells of versions that began on one day the last, which stood for it, and not those that stood for none', () => {
    const day = addDays(first, 90);
    const policies = [
      policy(first, { version: '1', to: day }),
      policy(day, { version: '2', to: day }),
      policy(day, { version: '3', to: addDays(day, 9) }),
      policy(addDays(day, 30), { id: 'withdrawn', title: 'Withdrawn', to: addDays(day, 30) }),
    ];
    expect(datedEvents({ ...noRecords, policies }).map((one) => [one.day, one.says])).toEqual([
      [first, 'the day policy “Refund policy” 1 took effect'],
      [day, 'the day policy “Refund policy” 3 took effect'],
      [addDays(day, 9), 'the day policy “Refund policy” 3 ended'],
    ]);
  });
  it('tells a change of one site of that site', () => {
    const counts = planted(2, 180, ['bay', 'hill', 'lake'], (at, site) => (site === 'bay' && at >= 100 ? 0.4 : 0.12));
    const { changes } = watch(seriesOf('a.one', counts), []);
    expect(changes[0]).toMatchObject({ site: 'bay', direction: 'worse', events: [] });
    expect(changes.every((one) => one.site === 'bay' || one.site === undefined)).toBe(true);
  });
  it('tells a rate that fell as better', () => {
    const counts = planted(3, 180, ['bay'], (at) => (at < 70 ? 0.35 : 0.12));
    expect(watch(seriesOf('a.one', counts), []).changes).toMatchObject([{ direction: 'better' }]);
  });
  it('takes a change in what customers come for as no change', () => {
    // Complaints fail three times as often as enquiries, and come in the second half only; neither kind changes.
    const enquiries = planted(4, 180, ['bay'], () => 0.12);
    const complaints = planted(5, 180, ['bay'], () => 0.36).map((one) => ({ ...one, kind: 'complaint' }));
    const mixed = [...enquiries, ...complaints.filter((one) => one.day >= addDays(first, 90))];
    expect(watch(seriesOf('a.one', mixed), []).changes).toEqual([]);
    const blind = mixed.map((one) => ({ ...one, kind: 'any' }));
    expect(watch(seriesOf('a.one', blind), []).changes).not.toEqual([]);
  });
  it('cries at no more than a few of many rates that never changed', () => {
    const series = Array.from({ length: 60 }, (_, at) =>
      seriesOf(
        `a.${at}`,
        planted(100 + at, 120, ['bay'], () => 0.05 + (at % 5) * 0.08),
      ),
    ).flat();
    const { changes, watched } = watch(series, []);
    expect(watched).toBeGreaterThan(50);
    expect(changes.length).toBeLessThanOrEqual(1);
  });
  it('says what can’t be watched: nothing, nothing failed, all failed, a few days', () => {
    expect(watch([], []).says[0]).toMatch(/nothing to watch/);
    for (const chance of [0, 1]) {
      const none = watch(
        seriesOf(
          'a.one',
          planted(6, 60, ['bay'], () => chance),
        ),
        [],
      );
      expect(none.changes).toEqual([]);
      expect(none.noFailures).toBe(chance === 0);
      expect(none.says[0]).toMatch(chance === 0 ? /^Nothing was missed/ : /^No change can be looked for yet/);
    }
    expect(
      watch(
        seriesOf(
          'a.one',
          planted(7, 3, ['bay'], () => 0.4),
        ),
        [],
      ).says[0],
    ).toMatch(/ten days or more/);
    const quiet = watch(
      seriesOf(
        'a.one',
        planted(8, 120, ['bay'], () => 0.2),
      ),
      [],
    );
    expect(quiet.says[0]).toMatch(/none changed by more than chance/);
  });
});
