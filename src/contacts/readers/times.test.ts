import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of.ts';
import { readAll } from './reading.fixture.ts';
import { readWritten } from './times.ts';

describe('a time as written', () => {
  it.each([
    ['2026-03-02', '2026-03-02T12:00:00.000Z', '2026-03-02'],
    ['3/2/2026', '2026-03-02T12:00:00.000Z', '2026-03-02'],
    ['02.03.2026', '2026-03-02T12:00:00.000Z', '2026-03-02'],
    ['2026-03-08T02:30:00', '2026-03-08T02:30:00.000Z', '2026-03-08T02:30:00'],
    ['2026-03-08 02:30', '2026-03-08T02:30:00.000Z', '2026-03-08T02:30:00'],
    ['2026-03-08T02:30:00.123456', '2026-03-08T02:30:00.123Z', '2026-03-08T02:30:00'],
    ['3/8/2026 2:30 PM', '2026-03-08T14:30:00.000Z', '2026-03-08T14:30:00'],
  ])('keeps what was written where no zone is given: %s', (text, moment, local) => {
    expect(readWritten(text)).toEqual({ moment, local });
  });
  it.each([
    ['2026-03-08T02:30:00Z', '2026-03-08T02:30:00.000Z'],
    ['2026-03-08 02:30:00 UTC', '2026-03-08T02:30:00.000Z'],
    ['2026-03-08 02:30:00 -0800', '2026-03-08T10:30:00.000Z'],
    ['2026-03-08T02:30-08:00', '2026-03-08T10:30:00.000Z'],
  ])('keeps the instant alone where the zone is given: %s', (text, moment) => {
    expect(readWritten(text)).toEqual({ moment });
  });
});

describe('the start of a contact', () => {
  const start = (...values: string[]) =>
    factsOf(values.map((value) => ({ column: 'started at', field: 'time', value }))).facts;

  it('is the first that is given, with its own words', () => {
    expect(start('2026-03-08T02:30:00-08:00', '2026-03-09')).toEqual({ startedAt: '2026-03-08T10:30:00.000Z' });
  });
  it('is put together from a day, also written as its midnight, and a time of day', () => {
    const both = { startedAt: '2026-03-02T09:30:00.000Z', startedLocal: '2026-03-02T09:30:00' };
    expect(start('2026-03-02', '09:30:00')).toEqual(both);
    expect(start('2026-03-02 00:00:00', '09:30:00')).toEqual(both);
  });
  it('comes as written from JSON, where it outranks the times of turns', async () => {
    const turns = [
      { speaker: 'agent', text: 'Hello, Harbor.', timestamp: '2026-03-05T09:30:00' },
      { speaker: 'customer', text: 'I need a unit.', timestamp: '2026-03-05T09:30:04' },
    ];
    const read = async (more: object) =>
      (await readAll(JSON.stringify({ id: 'a', turns, ...more }), {}, 'a.json')).contacts[0]!;
    const dated = await read({ started_at: '2026-03-02T09:30:00Z' });
    expect(dated.facts).toEqual({ startedAt: '2026-03-02T09:30:00.000Z' });
    const plain = await read({});
    expect(plain.facts).toMatchObject({ startedLocal: '2026-03-05T09:30:00' });
    expect(plain.turns.map((turn) => turn.start)).toEqual([0, 4]);
  });
});
