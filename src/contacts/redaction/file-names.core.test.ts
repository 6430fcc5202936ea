import { describe, expect, it } from 'vitest';
import { redactFileName } from './file-names.core.ts';

const key = new Uint8Array(32).fill(1);

describe('a file name', () => {
  it.each([
    ['John Fitzgerald/17.vtt', '[NAME 1]/17.vtt'],
    ['Mordecai Humperdinck 555-656-5656.txt', '[NAME 1] [PHONE 1].txt'],
    ['march.zip/calls/Brewick, Tavia.vtt', 'march.zip/calls/[NAME 1], [NAME 1].vtt'],
    ['TaviaBrewick.txt', '[NAME 1].txt'],
    ['Call with Tavia Brewick on Friday.txt', 'Call with [NAME 1] on Friday.txt'],
    ['tavia.b@mail.example.csv', '[EMAIL 1]'],
    ['536-22-8417.json', '[ID 1].json'],
  ])('is kept without personal data: %s', (path, expected) => {
    expect(redactFileName(path, key)).toBe(expected);
  });

  it('hides both parts of a name whatever joins them', () => {
    expect(redactFileName('Tavia_Brewick_call.txt', key)).toBe('[NAME 1]_[NAME 1]_call.txt');
  });

  it.each([
    'Call Recordings March',
    'Harbor Self Storage/Bay Street/2026-03-14.csv',
    'Palo Alto Storage calls.csv',
    'march.zip/calls/17.vtt',
    'Inbound Calls - Main Street East.xlsx',
    'Customer Surveys Q3/README.md',
    'chat-1204.json',
  ])('stays as it is: %s', (path) => {
    expect(redactFileName(path, key)).toBe(path);
  });

  it('is the same when it is redacted again', () => {
    const once = redactFileName('Mordecai Humperdinck 555-656-5656.txt', key);
    expect(redactFileName(once, key)).toBe(once);
  });
});
