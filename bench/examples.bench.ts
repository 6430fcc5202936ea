// What the packs make of examples that none of their authors has seen (packs/held-out): right verdicts over all and by standard.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkPacks, type ExampleResult } from '../src/standards/check-packs.ts';
import { withExamples } from '../src/standards/examples-file.ts';
import { packFiles, readAll } from '../src/standards/packs.use.ts';
import { figure, share, type BenchResult, type Measure } from './bench.ts';

export const name = 'examples';

const packs = join(import.meta.dirname, '..', 'packs');
const heldOut = join(packs, 'held-out');

/** Shares of held-out examples whose verdict is the expected one; an *unsure* counts as wrong. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const files = (await packFiles(heldOut, { examples: true })).filter(({ file }) => file.endsWith('.examples.yaml'));
  await refuseChanged(files);
  const shipped = readAll(await packFiles(packs));
  const bare = shipped.packs.map((pack) => ({
    ...pack,
    standards: pack.standards.map((one) => ({ ...one, examples: [] })),
  }));
  const { packs: whole, errors } = withExamples(bare, files);
  const wrong = [...shipped.errors, ...errors];
  if (wrong.length > 0) throw new Error(`${wrong[0]!.file}:${wrong[0]!.line}: ${wrong[0]!.what}`);
  const aside = await setAside();
  const all = checkPacks(whole);
  const results = all.filter((one) => !aside.has(`${one.standard}:${one.line}`));
  const byStandard = [...Map.groupBy(results, (one) => one.standard)].map(([id, own]) => standing(id, own));
  const poor = byStandard.filter((one) => one.right / one.count < 0.75);
  return {
    measures: [
      share('held-out examples right', right(results), results.length, '>= 0.92', quick),
      share('the same with those set aside', right(all), all.length, '', quick),
      ...(['met', 'failed', 'not-applicable'] as const).map((verdict) => {
        const own = results.filter((one) => one.expected === verdict);
        return share(`of those that are ${verdict}`, right(own), own.length, '', quick);
      }),
      share('marked unsure', results.filter((one) => one.got === 'unsure').length, results.length, '', quick),
      figure('standards with held-out examples', byStandard.length, 'count', ''),
      figure('standards under 75 %', poor.length, 'count', '<= 0'),
      ...byStandard
        .filter((one) => one.right < one.count)
        .toSorted((a, b) => a.right / a.count - b.right / b.count || (a.id < b.id ? -1 : 1))
        .map((one): Measure => share(one.id, one.right, one.count, '', quick)),
    ],
    left_out: [
      `${all.length - results.length} examples were set aside: a second reader, who saw only the standard's words too, judged them otherwise than their author.`,
    ],
  };
}

function standing(id: string, own: readonly ExampleResult[]): { id: string; right: number; count: number } {
  return { id, right: right(own), count: own.length };
}

function right(results: readonly ExampleResult[]): number {
  return results.filter((one) => one.passed).length;
}

// The hashes were committed before the cues were written; a file that differs proves nothing.
async function refuseChanged(files: readonly { file: string; text: string }[]): Promise<void> {
  const sums = await readFile(join(heldOut, 'SHA256SUMS'), 'utf8');
  for (const { file, text } of files) {
    const digest = createHash('sha256').update(text).digest('hex');
    if (!sums.includes(digest)) throw new Error(`${file} is not what SHA256SUMS says.`);
  }
}

// `standard: [line, ...]`, lines of the examples as the files have them.
async function setAside(): Promise<Set<string>> {
  const listed = parse(await readFile(join(heldOut, 'set-aside.yaml'), 'utf8')) as Record<string, number[]> | null;
  return new Set(Object.entries(listed ?? {}).flatMap(([id, lines]) => lines.map((line) => `${id}:${line}`)));
}
