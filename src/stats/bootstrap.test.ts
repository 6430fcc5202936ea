import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';

// Numbers that look drawn from a bell and are the same on every machine.
const values = Array.from({ length: 200 }, (_, at) => Math.sin(at * 12.9898) * 3 + Math.cos(at * 4.1414) * 2 + 10);
const mean = (copies: Float64Array) => {
  let sum = 0;
  let count = 0;
  for (const [at, copy] of copies.entries()) {
    sum += copy * values[at]!;
    count += copy;
  }
  return count > 0 ? sum / count : null;
};

describe('bootstrapInterval', () => {
  it('of a mean is about what the formula gives', () => {
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
    const half = (1.96 * spread) / Math.sqrt(values.length);
    const { low, high } = bootstrapInterval({ clusters: values.length, figure: mean })!;
    expect(Math.abs(low - (middle - half))).toBeLessThan(half / 10);
    expect(Math.abs(high - (middle + half))).toBeLessThan(half / 10);
  });
  it('is the same for the same seed and another for another', () => {
    const of = (seed: number) => bootstrapInterval({ clusters: values.length, figure: mean, draws: 200, seed });
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });
  it('widens with the level', () => {
    const width = (level: number) => {
      const { low, high } = bootstrapInterval({ clusters: values.length, figure: mean, draws: 500, level })!;
      return high - low;
    };
    expect(width(0.99)).toBeGreaterThan(width(0.8));
  });
  it('leans to the long side where the figure is skewed', () => {
    const skewed = (copies: Float64Array) => Math.exp(mean(copies)! * 4);
    const { low, high } = bootstrapInterval({ clusters: values.length, figure: skewed })!;
    const whole = skewed(new Float64Array(values.length).fill(1));
    expect(high - whole).toBeGreaterThan(1.2 * (whole - low));
  });
  it('says nothing of a figure that can rarely be had', () => {
    expect(bootstrapInterval({ clusters: 50, figure: () => null })).toBeNull();
    expect(bootstrapInterval({ clusters: 1, figure: () => 1 })).toBeNull();
    const seldom = (copies: Float64Array) => (copies[0] === 1 && copies[1] === 1 ? 0.5 : null);
    expect(bootstrapInterval({ clusters: 50, figure: seldom })).toBeNull();
  });
});
