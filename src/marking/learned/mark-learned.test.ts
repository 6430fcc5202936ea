// Marks by a learned marker beside those by cues: the same contact gives the same marks, and no other standard's change.
import { beforeAll, expect, it } from 'vitest';
import type { Encounter } from '../../standards/encounter.core.ts';
import { compilePacks } from '../../standards/engine/compile-packs.ts';
import type { CompiledPacks } from '../../standards/engine/compiled.core.ts';
import { markEncounter } from '../../standards/engine/mark-encounter.ts';
import { only } from '../../standards/kept-standards.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { columnCount, putFeatures } from './contact-features.core.ts';
import { hear } from './heard-contact.ts';
import { markerOf } from './mark-learned.ts';
import { keptModel, type MarkerModel, modelOf } from './marker-model.core.ts';
import { versionWith } from './standing.core.ts';

const thanked = 'close.thanked';
const offered = 'close.more-help-offered';
let compiled: CompiledPacks;

beforeAll(async () => {
  compiled = compilePacks([...only(await loadPacks(), [thanked, offered])], {
    business: [],
    products: [],
    sites: [],
  } as never);
});

const said = (last: string): Encounter => ({
  channel: 'phone',
  language: 'en',
  timing: 'none',
  repCertainty: 1,
  answers: [],
  turns: [
    { speaker: 'rep', text: 'Storage, how may I help?' },
    { speaker: 'customer', text: 'I need a unit by Friday.' },
    { speaker: 'rep', text: 'We have one.' },
    { speaker: 'customer', text: 'Good, I will come by.' },
    { speaker: 'rep', text: last },
  ],
});

/** Met where somebody says "travels". */
function byOneWord(): MarkerModel {
  const heard = hear(compiled, said('Safe travels home.')).of(thanked)!;
  const plain = hear(compiled, said('Safe home.')).of(thanked)!;
  const columns = (of: typeof heard): Set<number> => {
    const found = new Set<number>();
    putFeatures(of, (column, _value, place) => place && found.add(column));
    return found;
  };
  const others = columns(plain);
  const own = [...columns(heard)].filter((column) => !others.has(column)).toSorted((a, b) => a - b);
  return {
    columns: Int32Array.from(own),
    applies: null,
    always: true,
    met: {
      intercept: -2,
      weights: Float32Array.from(own, () => 3),
      calibration: { kind: 'platt', slope: 1, shift: 0 },
      cut: 0.5,
    },
    band: { from: 1, to: 0 },
  };
}

it('takes the place of the cues for its standard alone, quotes what weighed, and says the same again', () => {
  const standing = [{ standard: thanked, marker: 'k1', weights: keptModel(byOneWord()) }];
  const mark = markerOf(compiled, standing);
  const contact = said('Safe travels home.');
  const cues = markEncounter(compiled, contact);
  const learned = mark(contact);
  expect(learned.marks.filter((one) => one.standard !== thanked)).toEqual(
    cues.marks.filter((one) => one.standard !== thanked),
  );
  const version = compiled.standards.find((one) => one.standard.id === thanked)!.standard.version;
  const [own] = learned.marks.filter((one) => one.standard === thanked);
  expect(own).toMatchObject({ marker: 'learned', verdict: 'met', version: versionWith(version, 'k1') });
  expect(own!.evidence.map(({ turn, from, to }) => contact.turns[turn]!.text.slice(from, to)).join(' ')).toContain(
    'travels',
  );
  expect(mark(contact)).toEqual(learned);
  expect(mark(said('That is all.')).marks.find((one) => one.standard === thanked)).toMatchObject({
    marker: 'learned',
    verdict: 'failed',
    searched: { fromTurn: 0, toTurn: 4 },
  });
  expect(learned.marks.length + learned.notApplicable).toBe(compiled.standards.length);
});

it('where it isn’t known who the rep is, or nobody speaks the language, what the cues say stands', () => {
  const mark = markerOf(compiled, [{ standard: thanked, marker: 'k1', weights: keptModel(byOneWord()) }]);
  for (const contact of [
    { ...said('Safe travels home.'), repCertainty: 0.2 },
    { ...said('Safe travels home.'), language: 'fi' },
  ]) {
    const [own] = mark(contact).marks.filter((one) => one.standard === thanked);
    const [cue] = markEncounter(compiled, contact).marks.filter((one) => one.standard === thanked);
    expect(own).toEqual(cue && { ...cue, version: own!.version });
  }
});

it('is the same when it was kept, and what another version of the program kept is none', () => {
  const model = byOneWord();
  const kept = keptModel(model);
  expect(modelOf(JSON.parse(JSON.stringify(kept)) as typeof kept)).toEqual(model);
  expect(modelOf({ ...kept, features: 99 })).toBeNull();
  expect(
    modelOf({ ...kept, columns: keptModel({ ...model, columns: Int32Array.from([columnCount]) }).columns }),
  ).toBeNull();
});
