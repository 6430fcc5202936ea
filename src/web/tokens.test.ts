// One palette, two faces: the app and the report's page have the same colours, and every pair that is read is readable.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const app = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const report = readFileSync(new URL('../cli/report/page/tokens.css', import.meta.url), 'utf8');

/** The tokens of the light scheme and of the dark one: the first and the second block. */
function schemes(css: string): Record<string, string>[] {
  return [...css.matchAll(/color-scheme:[^}]*/g)].map(([block]) =>
    Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!])),
  );
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

it('the app and the report have the same colours', () => {
  expect(schemes(app)).toHaveLength(2);
  expect(schemes(app)).toEqual(schemes(report));
});

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in %s', (_name, at) => {
  const tokens = schemes(app)[at]!;
  const onGround = ['ink', 'soft', 'accent', 'policy', 'procedure', 'training', 'management', 'personnel', 'serious'];
  it.each(onGround)('%s is readable on paper, card and wash', (name) => {
    for (const ground of ['paper', 'card', 'wash'])
      expect([ground, contrast(tokens[name]!, tokens[ground]!) >= 4.5]).toEqual([ground, true]);
  });
  it('so is what stands on the accent and on what is lit', () => {
    expect(contrast(tokens['on-accent']!, tokens['accent']!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['lit-ink']!, tokens['lit']!)).toBeGreaterThanOrEqual(4.5);
  });
});
