import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from './harbor.test-data.ts';
import { wordsAnswer } from './words.core.ts';

it('gives an answer to every kind of words that the shipped pack hears, and to no other', () => {
  const pack = parse(readFileSync(join(import.meta.dirname, '../../../packs/words.yaml'), 'utf8')) as {
    heard: Record<string, unknown>;
  };
  expect(Object.keys(wordsAnswer).toSorted()).toEqual(Object.keys(pack.heard).toSorted());
});

it('points each kind of words at a question that exists', () => {
  for (const one of Object.values(wordsAnswer)) expect(settings.rungs[one.rung - 1]).toBeDefined();
});
