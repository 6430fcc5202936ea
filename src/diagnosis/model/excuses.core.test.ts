import { describe, expect, it } from 'vitest';
import type { Turn } from '../../standards/encounter.core.ts';
import { excuseColumnsOf, readExcuses } from './excuses.core.ts';
import { isNearFullMoon, nearestFullMoon } from './moon.core.ts';
import { openingMood } from './opening-mood.core.ts';

const says = (speaker: Turn['speaker'], text: string): Turn => ({ speaker, text });

describe('the moon', () => {
  // Full moons as published by the U.S. Naval Observatory, in universal time.
  it.each([
    ['2024-04-23T23:49:00Z'],
    ['2025-03-14T06:55:00Z'],
    ['2025-10-07T03:48:00Z'],
    ['2026-01-03T10:03:00Z'],
    ['2026-05-31T08:45:00Z'],
  ])('is full at %s, within a quarter of an hour', (published) => {
    const time = Date.parse(published);
    for (const from of [-10, 0, 10]) {
      const found = nearestFullMoon(time + from * 86_400_000);
      expect(Math.abs(found - time) / 60_000).toBeLessThan(15);
    }
  });

  it('is near full for a day on either side', () => {
    expect(isNearFullMoon('2026-01-04T09:00:00.000Z')).toBe(true);
    expect(isNearFullMoon('2026-01-02T11:00:00.000Z')).toBe(true);
    expect(isNearFullMoon('2026-01-04T11:00:00.000Z')).toBe(false);
    expect(isNearFullMoon('2026-01-18T11:00:00.000Z')).toBe(false);
  });
});

describe("a customer's opening mood", () => {
  it.each([
    ['This is the third time I call about the same gate.', { upset: true, hurried: false }],
    ['I am really frustrated, nobody called me back.', { upset: true, hurried: false }],
    ['Quick question, I am on my lunch.', { upset: false, hurried: true }],
    ['Hi, I was wondering what a small unit costs.', { upset: false, hurried: false }],
  ])('%s', (text, mood) => {
    expect(openingMood([says('rep', 'Good morning.'), says('customer', text)])).toEqual(mood);
  });

  it("is the customer's own, and theirs at the opening: not what the rep says, nor what service made of it", () => {
    expect(openingMood([says('rep', 'That is terrible.'), says('customer', 'Hello.')])?.upset).toBe(false);
    const turned = ['Hello.', 'A unit please.', 'This is ridiculous!'].map((text) => says('customer', text));
    expect(openingMood(turned)?.upset).toBe(false);
  });

  it('is not known where the customer says nothing', () => {
    expect(openingMood([says('rep', 'Hello?')])).toBeUndefined();
  });
});

describe('columns of excuses', () => {
  const contact = (id: string, product: string, price: number, locationClass: string) =>
    readExcuses({ id, turns: [], productAsked: product, priceQuoted: price, locationClass, hour: 18 });

  it('are 0 and 1 for every name but the commonest, and the price against the same product', () => {
    const contacts = [
      contact('a', '10x10', 100, 'highway'),
      contact('b', '10x10', 200, 'highway'),
      contact('c', '10x10', 100, 'downtown'),
      contact('d', '5x5', 50, 'highway'),
    ];
    const columns = new Map(
      excuseColumnsOf(contacts, Int32Array.of(0, 1, 2, 3, 3)).map((one) => [one.id, [...one.values]]),
    );
    expect(columns.get('product.5x5')).toEqual([0, 0, 0, 1, 1]);
    expect(columns.has('product.10x10')).toBe(false);
    expect(columns.get('location.downtown')).toEqual([0, 0, 1, 0, 0]);
    expect(columns.get('price.high')!.map((one) => Number(one.toFixed(3)))).toEqual([0, 0.693, 0, 0, 0]);
    expect(columns.get('hour.late')).toEqual([1, 1, 1, 1, 1]);
    expect(columns.get('customer.upset')!.every(Number.isNaN)).toBe(true);
  });

  it('toss the same coin for the same contact, and heads about as often as tails', () => {
    const coins = Array.from({ length: 400 }, (_, nth) => readExcuses({ id: `c${nth}`, turns: [] }).coin);
    expect(coins).toEqual(Array.from({ length: 400 }, (_, nth) => readExcuses({ id: `c${nth}`, turns: [] }).coin));
    const heads = coins.filter((one) => one === 1).length;
    expect(heads).toBeGreaterThan(160);
    expect(heads).toBeLessThan(240);
  });
});
