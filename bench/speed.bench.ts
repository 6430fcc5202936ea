// How fast words become marks, beside the peers a builder would otherwise take: every ratio from one run on the same texts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from './labelled-contacts.ts';
import { figure, ratio, type BenchResult, type Measure } from './bench.ts';
import { buildPeer, nativePeers, runPeer, writeInput } from './peers/native-peers.ts';
import { byTurns, type Timed } from './speed/clock.ts';
import { importBesideCopy } from './speed/import-beside-copy.ts';
import { alternation, besideText, sequential } from './speed/language-peers.ts';
import { automatonAlone, bareScan, encounterOf, fullMarking, longContact, shippedPacks } from './speed/own-engine.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';
import { LiteralSet } from '../src/standards/engine/literal-set.ts';
import { phrasesFrom, timedTexts } from './speed/texts.ts';

export const name = 'speed';

/** Measures MB/s of text and the ratios the goals are about. Full: 1 MB of contacts, 7 rounds; quick: 0.3 MB, 3 rounds. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder) return { measures: [], left_out: ['Everything: there is no data folder (CUSTOMARY_BENCH_DATA).'] };
  const scratch = mkdtempSync(join(tmpdir(), 'customary-speed-'));
  const leftOut: string[] = [];
  try {
    const { texts, rest } = timedTexts(folder, quick ? 300_000 : 1_000_000);
    const strings = texts.map((one) => one.text);
    const bytes = strings.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const rounds = quick ? 3 : 7;
    const measures: Measure[] = [];
    const packs = await shippedPacks();
    measures.push(...marking(packs, texts, bytes, rounds));
    measures.push(...phrases(strings, phrasesFrom(rest, 5000), bytes, { rounds, scratch, leftOut }));
    measures.push(...growthInWords(packs, texts, rounds));
    if (quick) leftOut.push('Import beside COPY: so few contacts take no longer than starting up differs by.');
    else measures.push(...(await importBesideCopy(texts, 2000, scratch)));
    return { measures, left_out: leftOut };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Texts = ReturnType<typeof timedTexts>['texts'];

function marking(packs: CompiledPacks, texts: Texts, bytes: number, rounds: number): Measure[] {
  const strings = texts.map((one) => one.text);
  const contacts = texts.map((one) => encounterOf(one.contact));
  const peers = besideText(strings);
  const timed = byTurns(
    {
      'bare character scan': () => bareScan(strings),
      'phrase automaton alone': () => automatonAlone(packs, contacts),
      'full marking': () => fullMarking(packs, contacts),
      ...peers,
    },
    rounds,
  );
  const full = timed.get('full marking')!;
  return [
    ...[...timed.values()].map((one) => speed(one, bytes)),
    ...Object.keys(peers).map((peer) =>
      ratio(`full marking against ${peer}`, timed.get(peer)!, full, peer.startsWith('wink-nlp') ? '>= 20' : ''),
    ),
    ratio('full marking against the automaton alone', timed.get('phrase automaton alone')!, full, '>= 0.1'),
  ];
}

function phrases(
  strings: readonly string[],
  all: readonly string[],
  bytes: number,
  { rounds, scratch, leftOut }: { rounds: number; scratch: string; leftOut: string[] },
): Measure[] {
  const measures: Measure[] = [];
  const own = new Map([50, 500, 5000].map((count) => [count, new LiteralSet(all.slice(0, count))] as const));
  const scanning = (set: LiteralSet) => () => strings.reduce((hits, text) => hits + set.count(text), 0);
  const timed = byTurns(
    {
      ...Object.fromEntries([...own].map(([count, set]) => [`own literals, ${count} phrases`, scanning(set)])),
      'V8 alternation of 500': alternation(strings, all.slice(0, 500)),
    },
    rounds,
  );
  measures.push(...[...timed.values()].map((one) => speed(one, bytes)));
  const few = strings.slice(0, Math.ceil(strings.length / 20));
  const fewBytes = few.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (const one of byTurns(
    { 'V8 regular expressions one by one, 500': sequential(few, all.slice(0, 500)) },
    1,
  ).values())
    measures.push(speed(one, fewBytes));
  const [small, large] = [timed.get('own literals, 500 phrases')!, timed.get('own literals, 5000 phrases')!];
  measures.push(ratio('time for 5,000 phrases against 500', large, small, '<= 3'));
  const input = writeInput(scratch, 'all', strings);
  for (const peer of nativePeers) {
    const built = buildPeer(peer, scratch);
    if (built.program === undefined) {
      leftOut.push(`${peer.name}: ${built.why}.`);
      continue;
    }
    for (const [count, set] of own) {
      if (count < 500) continue;
      const list = join(scratch, `${count}.phrases`);
      writeFileSync(list, all.slice(0, count).join('\n'));
      // By turns with our own, so that a slow moment of the machine falls on both.
      const theirs: number[] = [];
      const ours: number[] = [];
      for (let round = 0; round < Math.max(3, rounds - 2); round++) {
        const passes = runPeer(built.program, list, input, 0.3);
        const expected = peer.tellsHowOften ? scanning(set)() : phrasesPerText(set, strings);
        if (passes.hits !== expected) throw new Error(`${peer.name} finds ${passes.hits}, we ${expected}.`);
        theirs.push(passes.seconds);
        ours.push(byTurns({ ours: scanning(set) }, 9).get('ours')!.seconds);
      }
      measures.push(speed(among(`${peer.name}, ${count} phrases`, theirs), bytes));
      measures.push(
        ratio(
          `own literals against ${peer.name}, ${count} phrases`,
          among('theirs', theirs),
          among('ours', ours),
          '>= 1',
        ),
      );
    }
  }
  return measures;
}

function phrasesPerText(set: LiteralSet, strings: readonly string[]): number {
  return strings.reduce((sum, text) => sum + set.phrasesIn(text).size, 0);
}

function growthInWords(packs: CompiledPacks, texts: Texts, rounds: number): Measure[] {
  const each = new Map([1, 10, 100].map((times) => [times, longContact(texts, times)] as const));
  const timed = byTurns(
    Object.fromEntries(
      [...each].map(([times, long]) => [`one contact, ${times}x`, () => fullMarking(packs, [long.contact])]),
    ),
    rounds,
  );
  const perCharacter = (times: number): number =>
    timed.get(`one contact, ${times}x`)!.seconds / each.get(times)!.characters;
  return [
    figure('time a character, a contact of 10x the words', perCharacter(10) / perCharacter(1), 'ratio', '<= 1.3'),
    figure('time a character, a contact of 100x the words', perCharacter(100) / perCharacter(1), 'ratio', '<= 1.3'),
  ];
}

function among(name: string, seconds: readonly number[]): Timed {
  const sorted = seconds.toSorted((a, b) => a - b);
  return { name, seconds: sorted[sorted.length >> 1]!, quickest: sorted[0]!, slowest: sorted.at(-1)! };
}

function speed(one: Timed, bytes: number): Measure {
  const per = (seconds: number): number => bytes / 1e6 / seconds;
  return {
    ...figure(one.name, per(one.seconds), 'MB/s', ''),
    low: per(one.slowest),
    high: per(one.quickest),
  };
}
