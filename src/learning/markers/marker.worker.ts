// The thread that learns one marker: hears contacts that people marked, learns, tests what it learned on people it hasn't heard, and
// on the same contacts with other people in them. Same contacts, same marks, same marker.
import { parentPort, workerData } from 'node:worker_threads';
import type { Contact } from '../../contacts/contact.core.ts';
import { hear } from '../../marking/learned/heard-contact.ts';
import {
  keptModel,
  type MarkerModel,
  type MarkerWeights,
  readyMarker,
} from '../../marking/learned/marker-model.core.ts';
import { fromBytes } from '../../standards/engine/compiled-bytes.ts';
import { runnable } from '../../standards/engine/runnable.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { type Counted, counted } from './enough.core.ts';
import { invarianceOf } from './invariance.ts';
import { learnMarker } from './learn-marker.core.ts';
import { type Evidenced, evidenceOf } from './looks.core.ts';
import type { Invariance, MarkerCard } from './marker-card.core.ts';
import { type MarkerExamples, MarkerExamplesBuilder, spread, verdictOfNumber } from './marker-examples.core.ts';
import { crossValidated, type MarkerFigures, markerFigures } from './marker-figures.core.ts';

export interface MarkerStart {
  readonly compiled: SharedArrayBuffer;
  readonly standard: string;
}

/** A contact beside what people said. */
export interface Labelled {
  readonly contact: Contact;
  readonly verdict: Verdict;
  readonly person: string;
  readonly site: string;
}

export type MarkerTask =
  /** In the order in which people marked them. */
  | { readonly do: 'hear'; readonly some: readonly Labelled[] }
  | { readonly do: 'count' }
  | { readonly do: 'evidence' }
  | { readonly do: 'test' }
  | { readonly do: 'learn' }
  | { readonly do: 'swap'; readonly contacts: readonly Contact[] };

export interface Taught {
  readonly counted: Counted;
  readonly sites: number;
}
export interface LearnedMarker {
  readonly weights: MarkerWeights;
  readonly calibrated: 'platt' | 'isotonic';
  readonly appliesBy: MarkerCard['appliesBy'];
  readonly columns: number;
  readonly band: { readonly from: number; readonly to: number } | null;
}
/** The figures, and what was said of each contact by what other people's contacts taught. */
export interface Tested {
  readonly figures: MarkerFigures;
  readonly unheard: readonly Verdict[];
}
/** For each contact given, whether it could be heard. */
export type WasHeard = readonly boolean[];
export type MarkerResult = WasHeard | Taught | Evidenced | Tested | LearnedMarker | Invariance;

const { compiled: bytes, standard } = workerData as MarkerStart;
const compiled = runnable(fromBytes(bytes));
const builder = new MarkerExamplesBuilder();
let examples: MarkerExamples | null = null;
let model: MarkerModel | null = null;

parentPort?.on('message', (task: MarkerTask) => {
  try {
    parentPort?.postMessage({ result: done(task) });
  } catch (error) {
    // The stack names our code; no message of ours quotes a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'learning failed' });
  }
});

function done(task: MarkerTask): MarkerResult {
  if (task.do === 'hear') {
    return task.some.map(({ contact, verdict, person, site }) => {
      const heard = hear(compiled, contact).of(standard);
      if (heard) builder.add({ heard, verdict, person, site });
      return heard !== null && verdict !== 'unsure';
    });
  }
  const all = (examples ??= builder.build());
  if (task.do === 'count') return { counted: counted(all), sites: spread(all).sites };
  if (task.do === 'evidence') return evidenceOf(all);
  if (task.do === 'test') {
    const unseen = crossValidated(all);
    return {
      figures: markerFigures(all, unseen),
      unheard: Array.from(unseen.verdicts, (verdict) => verdictOfNumber[verdict]!),
    };
  }
  model ??= learnMarker(all, Int32Array.from(all.truth.keys()));
  if (task.do === 'swap') return invarianceOf(readyMarker(model), standard, compiled, task.contacts);
  const { applies, always, met, band, columns } = model;
  return {
    weights: keptModel(model),
    calibrated: met.calibration.kind,
    appliesBy: applies ? 'learned' : always ? 'always' : 'cue',
    columns: columns.length,
    band: band.from < band.to ? band : null,
  };
}
