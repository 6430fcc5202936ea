// Published rates: what the shipped file says, and what is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Fault } from '../kernel/fault.ts';
import { rateSource, rateWords } from './base-rates.core.ts';
import { parseBaseRates } from './base-rates-file.ts';
import { loadPacks } from './packs.use.ts';

const shipped = readFileSync(join(import.meta.dirname, '../../packs/base-rates.yaml'), 'utf8');
const one = `close.x:
  - met: 0.254
    counted: it was asked
    of: 1,000 calls
    n: 1000
    sector: self-storage
    source: example.org/study
`;

const errorsOf = (text: string): readonly string[] => {
  try {
    parseBaseRates(text);
  } catch (fault) {
    if (fault instanceof Fault) return fault.errors.map((error) => error.pointer);
    throw fault;
  }
  return [];
};

describe('published rates', () => {
  it('that ship speak of standards that ship, as acts where they are acts', async () => {
    const kinds = new Map(
      (await loadPacks()).flatMap((pack) => pack.standards).map((standard) => [standard.id, standard.kind]),
    );
    const rates = parseBaseRates(shipped);
    expect(rates.size).toBeGreaterThan(9);
    for (const id of rates.keys()) expect(kinds.has(id), id).toBe(true);
    const asWritten = parse(shipped) as Record<string, object[]>;
    for (const [id, listed] of Object.entries(asWritten))
      for (const rate of listed) expect('happened' in rate, id).toBe(kinds.get(id) === 'atrocity');
  });

  it('are of missing it, whichever side the source tells', () => {
    expect(parseBaseRates(one).get('close.x')![0]!.missed).toEqual({ from: 0.746, to: 0.746 });
    expect(parseBaseRates(one.replace('met: 0.254', 'missed: 0.7')).get('close.x')![0]!.missed.to).toBe(0.7);
    expect(parseBaseRates(one.replace('0.254', '[0, 0.4]')).get('close.x')![0]!.missed).toEqual({ from: 0.6, to: 1 });
  });

  it('are told with their sector, and their source with its doubts', () => {
    const [rate] = parseBaseRates(one).get('close.x')!;
    expect(rateWords(rate!)).toBe('75 % of 1,000 calls, self-storage');
    expect(rateWords({ ...rate!, missed: { from: 0.6, to: 1 } })).toBe('60 % or more of 1,000 calls, self-storage');
    expect(rateWords({ ...rate!, missed: { from: 0, to: 0.6 } })).toBe('60 % or less of 1,000 calls, self-storage');
    expect(rateWords({ ...rate!, missed: { from: 0.2, to: 0.6 } })).toBe('20 to 60 % of 1,000 calls, self-storage');
    expect(rateSource(rate!, true)).toBe('example.org');
    expect(rateSource(rate!)).toBe('example.org/study');
    expect(rateSource({ ...rate!, year: 2016, loose: 'ten calls' })).toBe('example.org/study, 2016; ten calls');
  });

  it('are refused by the place of every error', () => {
    expect(errorsOf('close.x: 0.3\n')).toEqual(['/close.x']);
    expect(errorsOf(one.replace('0.254', '25.4'))).toEqual(['/close.x/0/met']);
    expect(errorsOf(one.replace('0.254', '[0.5, 0.2]'))).toEqual(['/close.x/0/met']);
    expect(errorsOf(`${one}    happened: 0.2\n`)).toEqual(['/close.x/0']);
    expect(errorsOf(one.replace('    sector: self-storage\n', ''))).toEqual(['/close.x/0/sector']);
    expect(errorsOf(one.replace('sector:', 'trade:'))).toEqual(['/close.x/0/trade', '/close.x/0/sector']);
    expect(errorsOf(one.replace('n: 1000', 'n: many'))).toEqual(['/close.x/0/n']);
    expect(errorsOf('close.x: [\n')[0]).toMatch(/^line /);
  });
});
