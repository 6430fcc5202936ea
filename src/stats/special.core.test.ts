import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile, digamma, logBeta, logGamma, normalCdf, normalQuantile } from './special.core.ts';

describe('special functions against tabled values', () => {
  it('gives log-gamma of whole and half numbers', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
  });
  it('gives digamma at 1 as minus Euler, and its recurrence', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 11);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 11);
    expect(digamma(7.3) - digamma(6.3)).toBeCloseTo(1 / 6.3, 11);
  });
  it('gives the normal distribution of the tables, and its inverse', () => {
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCdf(-4.5)).toBeCloseTo(3.397673124730053e-6, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 10);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 9);
  });
  it('gives the beta distribution where it is a polynomial, and its inverse', () => {
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    expect(betaCdf(0.25, 2, 1)).toBeCloseTo(0.0625, 12);
    expect(betaCdf(0.5, 40.5, 40.5)).toBeCloseTo(0.5, 12);
    // 1 − (1 − 0.1)^20, the chance of at least one in twenty.
    expect(betaCdf(0.1, 1, 20)).toBeCloseTo(1 - 0.9 ** 20, 12);
    expect(betaQuantile(0.975, 1, 20)).toBeCloseTo(1 - 0.025 ** (1 / 20), 10);
  });
});
