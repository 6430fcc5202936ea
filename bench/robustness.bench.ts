// How many marks stay when a recogniser gets words wrong? Public contacts are marked as calls that were heard well, then with 5 to
// 30 % of their words misheard, left out or put in, once with a confidence for each word and once without. The model of errors
// (robustness/) is the bench's own; nothing of the engine was made from it.
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';
import type { Encounter } from '../src/standards/encounter.core.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { Chance } from './chance.ts';
import { dataFolder, labelledContacts, type LabelledContact } from './labelled-contacts.ts';
import { Confusions } from './robustness/confusions.ts';
import { recognised } from './robustness/recognise.ts';
import { shippedPacks } from './speed/own-engine.ts';
import { shareByContact, type Told, toldOf } from './verdicts.ts';

export const name = 'robustness';

const seed = 20_261_202;
const rates = [0.05, 0.1, 0.15, 0.2, 0.3] as const;
const judged = 0.15;
/** Contacts of each set. */
const most = { full: 300, quick: 20 } as const;
const sets = ['insurance', 'vcon', 'mwoz', 'ccpe', 'star'];
const mostListed = 30;
/** A standard is listed where it was told this often. */
const leastTold = 20;

/** @returns at each rate what became of the verdicts; at 15 % the goals, and the standards that hold worst */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder)
    return { measures: [], left_out: ['Everything: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'] };
  const packs = await shippedPacks();
  const all = labelledContacts(folder);
  const confusions = new Confusions(wordsSaid(all));
  const clean = chosen(all, quick ? most.quick : most.full).map((contact): [Encounter, Told] => {
    const encounter = asCall(contact);
    return [encounter, toldOf(packs, encounter)];
  });
  const measures: Measure[] = [figure('contacts', clean.length, 'count', '')];
  for (const confident of [true, false]) {
    for (const rate of rates) {
      // One rate without confidences is enough for a quick look.
      if (quick && rate !== judged && !confident) continue;
      const rows = heardAgain(packs, clean, { rate, confident, confusions });
      measures.push(
        ...told(`${rate * 100} % of words, ${confident ? 'with' : 'without'} confidences`, rows, rate, quick),
      );
      if (rate === judged && confident) measures.push(...worst(rows));
    }
  }
  return {
    measures,
    left_out: [
      'STAR and the sets of satisfaction are typed, and stand here as if they had been said.',
      ...(quick ? ['Rates other than 15 % without confidences: the full run has them.'] : []),
    ],
  };
}

type Became = 'stayed' | 'turned' | 'unsure' | 'gone';

interface Row {
  readonly became: readonly { readonly standard: string; readonly from: string; readonly into: Became }[];
  /** Standards that didn't apply, and how many of them still don't. */
  readonly aside: number;
  readonly asideStill: number;
  readonly words: number;
  readonly errors: number;
}

function heardAgain(
  packs: CompiledPacks,
  clean: readonly (readonly [Encounter, Told])[],
  { rate, confident, confusions }: { rate: number; confident: boolean; confusions: Confusions },
): Row[] {
  return clean.map(([encounter, before], at) => {
    const chance = new Chance(seed + Math.round(rate * 100), at);
    const heard = recognised(encounter.turns, rate, { confusions, chance, confident });
    const after = toldOf(packs, { ...encounter, turns: heard.turns });
    const aside = packs.standards.filter(({ standard }) => !before.has(standard.id));
    return {
      became: [...before].map(([standard, { verdict }]) => ({
        standard,
        from: verdict,
        into: becameOf(verdict, after.get(standard)?.verdict),
      })),
      aside: aside.length,
      asideStill: aside.filter(({ standard }) => !after.has(standard.id)).length,
      words: heard.words,
      errors: heard.errors,
    };
  });
}

function becameOf(before: string, after: string | undefined): Became {
  if (after === undefined) return 'gone';
  if (after === before) return 'stayed';
  return after === 'unsure' || before === 'unsure' ? 'unsure' : 'turned';
}

function told(what: string, rows: readonly Row[], rate: number, quick: boolean): Measure[] {
  const goals =
    rate === judged ? { stayed: '>= 0.8', turned: '<= 0.05', rest: '>= 1' } : { stayed: '', turned: '', rest: '' };
  const of = (into: Became, only: (from: string) => boolean = () => true): [number, number][] =>
    rows.map(({ became }) => {
      const own = became.filter((one) => only(one.from));
      return [own.filter((one) => one.into === into).length, own.length];
    });
  const neither = rows.map(({ became }): [number, number] => {
    const rest = became.filter(({ into }) => into === 'unsure' || into === 'gone');
    return [rest.filter(({ into }) => into === 'unsure').length, rest.length];
  });
  const decided = (from: string): boolean => from !== 'unsure';
  const failed = (from: string): boolean => from === 'failed';
  const put = (part: string, pairs: readonly [number, number][], goal = ''): Measure =>
    shareByContact(`${what}: ${part}`, pairs, { goal, quick });
  return [
    put(
      'errors a word',
      rows.map((row) => [row.errors, row.words]),
    ),
    put('told verdicts that stayed', of('stayed'), goals.stayed),
    put('turned between met and failed', of('turned'), goals.turned),
    put('turned to or from unsure', of('unsure')),
    put('no longer applicable', of('gone')),
    put('of those that neither stayed nor turned, unsure', neither, goals.rest),
    put('met and failed alone: stayed', of('stayed', decided)),
    put('failed alone: stayed', of('stayed', failed)),
    put(
      'all verdicts that stayed, not applicable among them',
      rows.map((row) => [
        row.asideStill + row.became.filter((one) => one.into === 'stayed').length,
        row.aside + row.became.length,
      ]),
    ),
    put(
      'not applicable before, told now',
      rows.map((row) => [row.aside - row.asideStill, row.aside]),
    ),
  ];
}

function worst(rows: readonly Row[]): Measure[] {
  const all = rows.flatMap((row) => row.became);
  return [...Map.groupBy(all, (one) => one.standard)]
    .filter(([, own]) => own.length >= leastTold)
    .map(([standard, own]) => ({ standard, of: own.length, stayed: own.filter((one) => one.into === 'stayed').length }))
    .toSorted((a, b) => a.stayed / a.of - b.stayed / b.of || (a.standard < b.standard ? -1 : 1))
    .slice(0, mostListed)
    .map(({ standard, of, stayed }) => figure(`15 %: ${standard} stayed`, stayed / of, `share of ${of}`, ''));
}

function asCall({ turns }: LabelledContact): Encounter {
  return {
    channel: 'phone',
    language: 'en',
    timing: 'none',
    heardBy: 'recogniser',
    turns,
    answers: [],
    repCertainty: 1,
  };
}

// The same number of each set, so that no one way of talking rules.
function chosen(all: readonly LabelledContact[], each: number): LabelledContact[] {
  const chance = new Chance(seed);
  return sets.flatMap((set) =>
    all
      .filter((one) => one.set === set)
      .map((contact) => ({ contact, order: chance.unit() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, each)
      .map(({ contact }) => contact),
  );
}

function wordsSaid(contacts: readonly LabelledContact[]): Map<string, number> {
  const said = new Map<string, number>();
  for (const { turns } of contacts)
    for (const { text } of turns)
      for (const [word] of text
        .toLowerCase()
        .replaceAll('’', "'")
        .matchAll(/[a-z][a-z']*/g))
        said.set(word, (said.get(word) ?? 0) + 1);
  return said;
}
