// A learned model as a JSON document: weights under hashes, what it was trained on in numbers, how well it did. It holds no
// word of a contact.
import { Fault } from '../kernel/fault.ts';
import type { Moment } from '../kernel/moment.ts';
import type { Learned } from './cross-validation.core.ts';
import type { Figures } from './figures.core.ts';
import { columnCount, featuresVersion } from './turn-features.core.ts';

/** Of this shape of the document. */
const modelFormat = 1;

export interface TrainedOn {
  readonly files: number;
  readonly dialogues: number;
  readonly ratedTurns: number;
  /** Rated turns whose standing answer is dissatisfied. */
  readonly dissatisfied: number;
}

/** The document as it is kept. Numbers in lists are base64 of little-endian bytes: a third of what digits take. */
export interface ModelDocument {
  readonly format: number;
  readonly features: number;
  readonly purpose: 'dissatisfied';
  readonly madeAt: Moment;
  readonly trainedOn: TrainedOn;
  readonly figures: Figures;
  readonly columns: string;
  readonly boundaries: readonly { readonly at: number; readonly intercept: number; readonly weights: string }[];
  readonly cuts: readonly number[];
  readonly gives: readonly number[];
}

/** @param madeAt when it was trained, by the caller's clock */
export function toDocument(
  learned: Learned,
  about: { readonly madeAt: Moment; readonly trainedOn: TrainedOn; readonly figures: Figures },
): ModelDocument {
  const { boundaries, cuts } = learned;
  return {
    format: modelFormat,
    features: featuresVersion,
    purpose: 'dissatisfied',
    ...about,
    columns: packed(boundaries.columns),
    boundaries: boundaries.each.map(({ at, intercept, weights }) => ({ at, intercept, weights: packed(weights) })),
    cuts: [...cuts.at],
    gives: [...cuts.gives],
  };
}

/** @throws Fault `model-outdated` where another version of the program made it, `model-broken` where its parts don't fit */
export function fromDocument(document: ModelDocument): Learned {
  if (document.format !== modelFormat || document.features !== featuresVersion)
    throw new Fault(
      'model-outdated',
      'unready',
      'The learned model was made by another version of the program, which reads turns otherwise. Train it again: customary dissatisfied train FILE',
    );
  const columns = new Int32Array(unpacked(document.columns));
  const each = document.boundaries.map(({ at, intercept, weights }) => ({
    at,
    intercept,
    weights: new Float32Array(unpacked(weights)),
  }));
  const fits =
    columns.every((column) => column >= 0 && column < columnCount) &&
    each.every(({ weights }) => weights.length === columns.length) &&
    document.cuts.length === each.length &&
    document.gives.length === each.length + 1;
  if (!fits)
    throw new Fault(
      'model-broken',
      'unready',
      'The learned model is not whole. Train it again: customary dissatisfied train FILE',
    );
  return { boundaries: { columns, each }, cuts: { at: document.cuts, gives: document.gives } };
}

function packed(numbers: Int32Array | Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

// A copy of its own: bytes of a shared buffer need not begin where a number may. Half a number at the end is none, and the
// lengths then don't fit.
function unpacked(text: string): ArrayBuffer {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return bytes.buffer.slice(0, bytes.length - (bytes.length % 4));
}
