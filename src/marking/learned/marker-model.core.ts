// What was learned of one standard, as it is kept and as it marks: two questions (does it apply? was it met?), each a linear sum
// over the columns of a contact, made a chance, cut, and unsure where it was wrong. It holds no word of a contact.
import type { Encounter } from '../../standards/encounter.core.ts';
import type { Evidence, MarkDraft, Verdict } from '../../standards/standard.core.ts';
import { chanceOf, type Calibration } from './calibration.core.ts';
import { columnCount, type HeardContact, markerFeatures, type Place, putFeatures } from './contact-features.core.ts';

/** Of this shape of the document. */
const markerFormat = 1;

/** One question: weights of the columns, and how its sum becomes a chance. */
export interface Question {
  readonly intercept: number;
  readonly weights: Float32Array;
  readonly calibration: Calibration;
  /** From this chance on the answer is yes. */
  readonly cut: number;
}

/** What marks by one standard. */
export interface MarkerModel {
  /** Columns that weigh, in order. */
  readonly columns: Int32Array;
  /** Null where too few contacts told: then it applies where the cue marker says so, or always. */
  readonly applies: Question | null;
  /** Where nothing was learned of it: people say that it applies where the cue marker says that it doesn't. */
  readonly always: boolean;
  readonly met: Question;
  /** Chances of *met* between which it was wrong too often: unsure. Empty where `from` is not below `to`. */
  readonly band: { readonly from: number; readonly to: number };
}

/** The same as it is kept: numbers in lists are base64 of little-endian bytes. */
export interface MarkerWeights {
  readonly format: number;
  readonly features: number;
  readonly columns: string;
  readonly applies: KeptQuestion | null;
  readonly always: boolean;
  readonly met: KeptQuestion;
  readonly band: MarkerModel['band'];
}
type KeptQuestion = Omit<Question, 'weights'> & { readonly weights: string };

/** A model as it is kept: numbers packed, no word. */
export function keptModel({ columns, applies, always, met, band }: MarkerModel): MarkerWeights {
  return {
    format: markerFormat,
    features: markerFeatures,
    columns: packed(columns),
    applies: applies && { ...applies, weights: packed(applies.weights) },
    always,
    met: { ...met, weights: packed(met.weights) },
    band,
  };
}

/** Null where another version of the program made it, or its parts don't fit: then the cue marker stands. */
export function modelOf(kept: MarkerWeights): MarkerModel | null {
  if (kept.format !== markerFormat || kept.features !== markerFeatures) return null;
  const columns = new Int32Array(unpacked(kept.columns));
  const question = (one: KeptQuestion): Question => ({ ...one, weights: new Float32Array(unpacked(one.weights)) });
  const met = question(kept.met);
  const applies = kept.applies && question(kept.applies);
  const fits =
    columns.every((column) => column >= 0 && column < columnCount) &&
    met.weights.length === columns.length &&
    (applies === null || applies.weights.length === columns.length);
  return fits ? { columns, applies, always: kept.always, met, band: kept.band } : null;
}

/** A model ready to mark many contacts. */
export interface ReadyMarker {
  readonly model: MarkerModel;
  /** For each column its place among those that weigh, from 1; 0 where it doesn't. */
  readonly places: Int32Array;
}

/** Made once before many contacts are marked by it. */
export function readyMarker(model: MarkerModel): ReadyMarker {
  const places = new Int32Array(columnCount);
  for (const [at, column] of model.columns.entries()) places[column] = at + 1;
  return { model, places };
}

/** What it says of a contact: the chances behind the verdict, and the words that weighed for it. */
export interface LearnedVerdict {
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

const mostQuotes = 6;
/** Words that weigh less than this part of the heaviest are no reason that anybody would give. */
const leastOfMost = 0.15;

/** The verdict of sums that were worked out: of the questions that a model asks. */
export function decide(
  { applies, always, met, band }: Pick<MarkerModel, 'applies' | 'always' | 'met' | 'band'>,
  sums: { readonly applies: number; readonly met: number },
  cueApplies: boolean,
): { readonly verdict: Verdict; readonly confidence: number } {
  const applying = applies ? chanceOf(applies.calibration, sums.applies) : Number(always || cueApplies);
  if (applying < (applies?.cut ?? 1)) return { verdict: 'not-applicable', confidence: 1 - applying };
  const meeting = chanceOf(met.calibration, sums.met);
  if (meeting > band.from && meeting < band.to) return { verdict: 'unsure', confidence: 0 };
  return meeting >= met.cut ? { verdict: 'met', confidence: meeting } : { verdict: 'failed', confidence: 1 - meeting };
}

/** Marks one contact. Evidence is the words that weighed most for what is said, in the order they stand. */
export function learnedVerdict({ model, places }: ReadyMarker, heard: HeardContact): LearnedVerdict {
  const sums = { applies: model.applies?.intercept ?? 0, met: model.met.intercept };
  const weighed: { readonly place: Place; readonly weight: number }[] = [];
  putFeatures(heard, (column, value, place) => {
    const at = places[column]! - 1;
    if (at < 0) return;
    if (model.applies) sums.applies += model.applies.weights[at]! * value;
    const weight = model.met.weights[at]! * value;
    sums.met += weight;
    if (place) weighed.push({ place, weight });
  });
  const { verdict, confidence } = decide(model, sums, heard.mark !== undefined);
  const way = verdict === 'met' ? 1 : verdict === 'failed' ? -1 : 0;
  return {
    verdict,
    confidence: Math.round(Math.min(0.99, confidence) * 100) / 100,
    evidence: way === 0 ? [] : quotes(weighed, way, heard.encounter),
  };
}

/** The mark that takes the place of the cue marker's; null where the standard doesn't apply. */
export function learnedMark(
  ready: ReadyMarker,
  heard: HeardContact,
  standard: { id: string; version: string },
): MarkDraft | null {
  const { verdict, confidence, evidence } = learnedVerdict(ready, heard);
  if (verdict === 'not-applicable') return null;
  const base = {
    standard: standard.id,
    version: standard.version,
    marker: 'learned',
    verdict,
    confidence,
    evidence,
  } as const;
  if (verdict === 'unsure') return { ...base, why: 'what was learned is as often wrong as right here' };
  if (verdict === 'failed' && evidence.length === 0)
    return { ...base, searched: { fromTurn: 0, toTurn: Math.max(0, heard.encounter.turns.length - 1) } };
  return base;
}

// Words that several features share weigh with all of them; what overlaps is one quote.
function quotes(
  weighed: readonly { readonly place: Place; readonly weight: number }[],
  way: 1 | -1,
  { turns }: Encounter,
): Evidence[] {
  const byPlace = new Map<string, { place: Place; weight: number }>();
  for (const { place, weight } of weighed) {
    const key = `${place.turn}:${place.from}-${place.to}`;
    const own = byPlace.get(key) ?? { place, weight: 0 };
    own.weight += weight * way;
    byPlace.set(key, own);
  }
  const most = Math.max(0, ...[...byPlace.values()].map((one) => one.weight));
  const best = [...byPlace.values()]
    .filter((one) => one.weight > Math.max(0.02, leastOfMost * most))
    .toSorted((a, b) => b.weight - a.weight || a.place.turn - b.place.turn || a.place.from - b.place.from)
    .slice(0, mostQuotes)
    .map(({ place: { turn, from, to } }) => ({ turn, from, to }))
    .toSorted((a, b) => a.turn - b.turn || a.from - b.from || a.to - b.to);
  const told: Evidence[] = [];
  for (const one of best) {
    const last = told.at(-1);
    if (last?.turn === one.turn && one.from <= last.to)
      told[told.length - 1] = { ...last, to: Math.max(last.to, one.to) };
    else {
      const at = turns[one.turn]?.start;
      told.push({ ...one, ...(at === undefined ? {} : { at }) });
    }
  }
  return told;
}

function packed(numbers: Int32Array | Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

// A copy of its own: bytes of a shared buffer need not begin where a number may.
function unpacked(text: string): ArrayBuffer {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return bytes.buffer.slice(0, bytes.length - (bytes.length % 4));
}
