// Days on which somebody held a certificate: the same as question 8 of the ladder says of every single day.
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../kernel/moment.ts';
import type { ProcedureVersion } from '../../procedures/procedure.core.ts';
import type { Certificate } from '../../training/training.core.ts';
import { RecordBook } from '../book.core.ts';
import { parseLadder } from '../ladder-file.ts';
import { holdersOn } from '../ladder/rung-08-training.core.ts';
import { noRecords } from '../records.core.ts';
import { certifiedAlike } from './certified-spans.core.ts';

const settings = parseLadder(readFileSync(join(import.meta.dirname, '../../../packs/ladder.yaml'), 'utf8'));
const begin = '2026-01-01';
const standards = [
  { id: 'close.asked', version: 'v1', task: 'enquiry' },
  { id: 'close.thanked', version: 'v2', task: 'enquiry' },
  { id: 'desk.hello', version: 'v3', task: 'desk' },
];
const on = fc.integer({ min: 0, max: 200 }).map((days) => addDays(begin, days));
const certificate = fc
  .record({
    person: fc.constantFrom('p-1', 'p-2'),
    task: fc.constantFrom('enquiry', 'desk', 'other'),
    standards: fc.constantFrom([], ['close.asked'], ['desk.hello']),
    version: fc.constantFrom(undefined, '1', '2'),
    on,
    lasts: fc.option(fc.integer({ min: 1, max: 200 })),
    practised: fc.option(fc.integer({ min: -30, max: 100 })),
  })
  .map(({ version, lasts, practised, ...row }, nth = 0): Certificate => ({
    ...row,
    id: `c-${nth}`,
    ...(version === undefined ? {} : { procedure: 'enquiry', procedureVersion: version }),
    ...(lasts === null ? {} : { expires: addDays(row.on, lasts) }),
    ...(practised === null ? {} : { lastPractised: addDays(row.on, practised) }),
  }));
const procedure = (version: string, from: string, to?: string): ProcedureVersion => ({
  id: 'enquiry',
  version,
  title: 'Enquiry',
  from,
  ...(to === undefined ? {} : { to }),
  roles: [],
  sites: [],
  task: 'enquiry',
  steps: [],
});

it('says of every day what question 8 says of it, and of no day two things', () => {
  fc.assert(
    fc.property(fc.array(certificate, { maxLength: 6 }), on, (certificates, changed) => {
      const procedures = [procedure('1', begin, changed), procedure('2', changed)];
      const book = new RecordBook({ ...noRecords, certificates, procedures });
      const groups = certifiedAlike(book, settings, standards);
      for (const standard of standards) {
        const spans = groups.find((one) => one.standards.includes(standard))?.spans ?? [];
        for (let day = begin; day < '2027-09-01'; day = addDays(day, 7)) {
          const holds = holdersOn({ failure: { standard }, book, settings }, day);
          for (const person of ['p-1', 'p-2']) {
            const now = spans.filter((one) => one.person === person && one.from <= day && !(one.to && one.to <= day));
            expect(now.length).toBeLessThanOrEqual(1);
            expect(now[0]?.held === 'certified').toBe(holds(person));
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('a certificate that ran out is lapsed from that day; one that never was for this is no certificate', () => {
  const row = { id: 'c', person: 'p-1', task: 'enquiry', on: '2026-02-01' };
  const spansOf = (one: Certificate) =>
    certifiedAlike(new RecordBook({ ...noRecords, certificates: [one] }), settings, standards).map((group) => [
      group.standards.map(({ id }) => id),
      group.spans.map(({ held, from, to }) => [held, from, to]),
    ]);
  expect(spansOf({ ...row, standards: [], expires: '2026-03-01' })).toEqual([
    [
      ['close.asked', 'close.thanked'],
      [
        ['certified', '2026-02-01', '2026-03-01'],
        ['lapsed', '2026-03-01', null],
      ],
    ],
  ]);
  expect(spansOf({ ...row, standards: ['close.asked'] })).toEqual([
    [['close.asked'], [['certified', '2026-02-01', null]]],
    [['close.thanked'], []],
  ]);
});
