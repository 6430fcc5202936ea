// Runs the examples that packs carry: a standard that marks its own examples otherwise is not ready.
import type { Encounter } from './encounter.core.ts';
import type { MarkDraft, Verdict } from './standard.core.ts';
import type { Example, OrganisationWords, Pack, StandardEntry } from './pack.core.ts';
import { noWords } from './engine/compile-packs.ts';
import type { CompiledPacks } from './engine/compiled.core.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import { compiledKept } from './kept-compiled.ts';

/** How one example came out. `why` says more where it failed. */
export interface ExampleResult {
  readonly pack: string;
  readonly file: string;
  readonly line: number;
  readonly standard: string;
  readonly expected: Verdict;
  readonly got: Verdict;
  readonly passed: boolean;
  readonly encounter: Encounter;
  readonly mark?: MarkDraft;
}

/** Every example of every standard, marked. `words` are the organisation's own; without them values go by position. @throws Fault `pack-refused` */
export function checkPacks(packs: readonly Pack[], words: OrganisationWords = noWords): ExampleResult[] {
  const compiled = compiledKept(packs, words);
  return packs.flatMap((pack) =>
    pack.standards.flatMap((standard) =>
      standard.examples.map((example) => runExample(compiled, pack, standard, example)),
    ),
  );
}

function runExample(compiled: CompiledPacks, pack: Pack, standard: StandardEntry, example: Example): ExampleResult {
  const encounter = encounterOf(example, pack, standard);
  const mark = markEncounter(compiled, encounter).marks.find((one) => one.standard === standard.id);
  const got = mark?.verdict ?? 'not-applicable';
  return {
    pack: pack.name,
    file: example.file ?? pack.file,
    line: example.place.line,
    standard: standard.id,
    expected: example.expected,
    got,
    passed: got === example.expected,
    encounter,
    ...(mark ? { mark } : {}),
  };
}

/** An example as an encounter: on its own channel, else the first of its standard, else the telephone. */
export function encounterOf(example: Example, pack: Pack, standard: StandardEntry): Encounter {
  const timed = example.turns.filter((turn) => turn.start !== undefined);
  const full = timed.length > 0 && timed.every((turn) => turn.end !== undefined);
  return {
    channel: example.channel ?? standard.channels[0] ?? 'phone',
    ...(example.direction ? { direction: example.direction } : {}),
    language: pack.language,
    timing: timed.length < example.turns.length || timed.length === 0 ? 'none' : full ? 'full' : 'starts',
    turns: example.turns,
    answers: example.answers,
    ...(example.heardBy ? { heardBy: example.heardBy } : {}),
    ...(example.rings === undefined ? {} : { rings: example.rings }),
    ...(example.secondsToAnswer === undefined ? {} : { secondsToAnswer: example.secondsToAnswer }),
    ...(example.holds ? { holds: example.holds } : {}),
    repCertainty: 1,
  };
}
