import { describe, expect, it } from 'vitest';
import { factColumns, redactReject } from './prepare-contact.core.ts';

const key = new Uint8Array(32).fill(1);
const siteOf = (site: string): string | undefined => factColumns({ site }, key).siteId;

describe('the site a table states', () => {
  it.each([
    'Bay Street',
    'Main Street East',
    'Harbor Self Storage',
    'site-0042',
    'S12',
    '1204',
    'Harbor Storage - 5th Avenue',
    'Ermine Road, Springfield',
  ])('stays as it is: %s', (site) => {
    expect(siteOf(site)).toBe(site);
  });

  it.each([
    ['619-555-0142', '[PHONE 1]'],
    ['Bay Street, dana.w@mail.example', 'Bay Street, [EMAIL 1]'],
    ['42 Oak Street, Apt 3', '[ADDRESS 1]'],
    ['my name is Tavia Brewick', 'my name is [NAME 1]'],
    ['unit 4 536-22-8417', 'unit 4 [ID 1]'],
    ['4111 1111 1111 1111', '[CARD 1]'],
  ])('is kept without personal data: %s', (site, expected) => {
    expect(siteOf(site)).toBe(expected);
  });
});

describe('a reject', () => {
  it('is stored without the names and numbers in its file and field', () => {
    const reject = {
      file: 'calls/Tavia Brewick 619-555-0142.txt',
      row: 3,
      field: 'call 619-555-0142',
      expected: 'a time',
      remedy: 'Correct it.',
    };
    expect(redactReject(reject, key)).toEqual({
      ...reject,
      file: 'calls/[NAME 1] [PHONE 1].txt',
      field: 'call [PHONE 1]',
    });
  });
});
