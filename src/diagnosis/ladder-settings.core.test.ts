import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../kernel/fault.ts';
import { parseLadder } from './ladder-file.ts';

const text = readFileSync(join(import.meta.dirname, '../../packs/ladder.yaml'), 'utf8');

const errorsOf = (changed: string): readonly string[] => {
  try {
    parseLadder(changed);
  } catch (fault) {
    if (fault instanceof Fault) return fault.errors.map((one) => one.pointer);
    throw fault;
  }
  return [];
};

describe("the ladder's settings", () => {
  it('ship with the starting odds and thresholds that the guide prints', () => {
    const settings = parseLadder(text);
    expect(settings.start).toEqual({ policy: 0.25, procedure: 0.25, management: 0.2, training: 0.2, personnel: 0.1 });
    expect(settings.thresholds).toMatchObject({ feedbackDays: 90, peers: 3, marks: 20, half: 0.5, cycles: 3 });
    expect(settings.rungs).toHaveLength(12);
    expect(settings.rungs.slice(0, 8).every((rung) => rung.owner !== undefined)).toBe(true);
    expect(settings.rungs.slice(8).some((rung) => rung.owner !== undefined)).toBe(false);
  });
  it('clear a cause by a quarter in all, however many questions it has', () => {
    const { rungs } = parseLadder(text);
    for (const cause of ['policy', 'procedure', 'management', 'training', 'personnel'] as const) {
      const product = rungs.filter((rung) => rung.cause === cause).reduce((all, rung) => all * rung.factors.no, 1);
      expect(product).toBeCloseTo(0.25, 2);
    }
  });
  it('name every error at its place', () => {
    const broken = text
      .replace('policy: 0.25, procedure', 'policy: 0.35, procedure')
      .replace('cause: training', 'cause: luck')
      .replace('cycles: 3', 'cycles: many');
    expect(errorsOf(broken)).toEqual(['/start', '/thresholds/cycles', '/questions/8/cause']);
  });
  it('refuse a yes that would lower its own cause, a no that would raise it, and a no record that moves anything', () => {
    expect(errorsOf(text.replace(/yes: [\d.]+/, 'yes: 0.5'))).toEqual(['/questions/1/yes']);
    expect(errorsOf(text.replace(/no: [\d.]+/, 'no: 2'))).toEqual(['/questions/1/no']);
    expect(errorsOf(text.replace('{oral-tradition: 4}', '{oral-tradition: 0.4}'))).toEqual([
      '/questions/1/details/oral-tradition',
    ]);
    expect(errorsOf(text.replace('no-record: 1', 'no-record: 2'))).toEqual(['/questions/1/no-record']);
  });
  it('want each kind of words in one of the two lists, and no kind that nobody hears', () => {
    expect(errorsOf(text.replace('[new-here, ', '[new-here, policy-cited, '))).toEqual(['/words']);
    expect(errorsOf(text.replace('[new-here, ', '['))).toEqual(['/words']);
    expect(errorsOf(text.replace('[new-here, ', '[new-here, newcomer, '))).toEqual(['/words/situation']);
    expect(errorsOf(text.replace('near-turns: 3', 'near-turns: -1'))).toEqual(['/words/near-turns']);
  });
  it('say the line of broken YAML', () => {
    expect(errorsOf('start: {policy: 0.25')[0]).toMatch(/^line \d+$/);
  });
});
