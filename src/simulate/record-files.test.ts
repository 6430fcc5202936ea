import { expect, test } from 'vitest';
import { noRecords } from '../diagnosis/records.core.ts';
import { readFiles } from '../record/read/read-files.ts';
import { readRecord } from '../record/read-record.core.ts';
import { planOrganisation } from './plan-organisation.ts';
import { alsoKept, plannedStandards } from './planned-standards.core.ts';
import { recordFiles } from './record-files.ts';
import { shippedScenario } from './shipped-scenarios.ts';
import { truthFile } from './truth-file.ts';

const file = shippedScenario('harbor');
const planned = planOrganisation(
  { ...file, ranges: { ...file.ranges, sizes: { ...file.ranges.sizes, days: [240, 240], 'contacts-a-day': [5, 5] } } },
  3,
);
const onRecord = { sites: [], people: [], posts: [], policies: [], procedures: [] };

test('the files of a planned record are read back as the rows that were planned, with none refused', async () => {
  const files = recordFiles(planned).map(({ path, text }) => ({ name: path, bytes: new TextEncoder().encode(text) }));
  const { tables, rejects, warnings } = await readFiles(files);
  expect(rejects).toEqual([]);
  expect(warnings).toEqual([]);
  const read = readRecord(tables, onRecord, [...plannedStandards.map((one) => one.id), ...alsoKept]);
  expect(read.rejects).toEqual([]);
  expect(read.warnings).toEqual([]);
  const kinds = Object.keys(noRecords).filter((kind) => kind !== 'ownAnswers') as Exclude<
    keyof typeof noRecords,
    'ownAnswers'
  >[];
  for (const kind of kinds) {
    expect(sorted(read.rows[kind].map((one) => one.row)), kind).toEqual(sorted(planned.records[kind]));
    expect(planned.records[kind].length, kind).toBeGreaterThan(0);
  }
  expect(sorted(read.rows.siteMonths.map((one) => one.row))).toEqual(sorted(planned.siteMonths));
  expect(read.rows.organisation[0]?.row).toEqual(planned.organisation);
  expect(read.rows.outcomes.length).toBe(planned.contacts.filter((one) => !one.shop).length);
}, 30_000);

test('the truth names every failure with all its necessary causes, and no other file tells of them', () => {
  const truth = JSON.parse(truthFile(planned)) as {
    failures: { contact: string; standard: string; necessary: string[] }[];
    effects: Record<string, number>;
  };
  const failed = planned.contacts.flatMap((contact) =>
    contact.acts
      .filter((act) => act.failed)
      .map((act) => ({
        contact: contact.id,
        standard: act.standard,
        necessary: act.necessary.map((one) => one.exposure),
      })),
  );
  expect(truth.failures.map(({ contact, standard, necessary }) => ({ contact, standard, necessary }))).toEqual(failed);
  expect(truth.effects['procedure.missing']).toBe(2.1);
  for (const { text } of recordFiles(planned)) expect(text).not.toMatch(/necessary|own-effect|standsOut/);
});

/** In an order that doesn't depend on files. */
function sorted(rows: readonly object[]): object[] {
  return rows
    .map((row) => JSON.parse(JSON.stringify(row, Object.keys(flat(row)).toSorted())) as object)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** All names of fields at any depth, so that the order of fields makes no difference. */
function flat(row: object): Record<string, true> {
  const names: Record<string, true> = {};
  JSON.stringify(row, (name, value: unknown) => {
    names[name] = true;
    return value;
  });
  return names;
}
