// How words sound, and how far two sounds are apart: phonemes of the CMU pronouncing dictionary compared by how they are made.
// Apart from the engine's own key of sounds on purpose, so that neither was made to fit the other.
import { dictionary } from 'cmu-pronouncing-dictionary';

/** Tongue from high to low and from front to back, 0 to 1; the second of a gliding vowel's two ends is left out. */
const vowels: Readonly<Record<string, readonly [height: number, back: number]>> = {
  IY: [0, 0],
  IH: [0.2, 0.15],
  EY: [0.35, 0.1],
  EH: [0.55, 0.2],
  AE: [0.8, 0.2],
  AA: [1, 0.7],
  AO: [0.7, 0.9],
  OW: [0.4, 0.9],
  UH: [0.2, 0.8],
  UW: [0, 1],
  AH: [0.6, 0.55],
  ER: [0.5, 0.5],
  AY: [0.9, 0.45],
  AW: [0.9, 0.6],
  OY: [0.6, 0.8],
};

/** Place from lips to throat (0 to 1), manner, voiced. */
const consonants: Readonly<Record<string, readonly [place: number, manner: string, voiced: boolean]>> = {
  P: [0, 'stop', false],
  B: [0, 'stop', true],
  M: [0, 'nasal', true],
  W: [0, 'glide', true],
  F: [0.15, 'hiss', false],
  V: [0.15, 'hiss', true],
  TH: [0.3, 'hiss', false],
  DH: [0.3, 'hiss', true],
  T: [0.4, 'stop', false],
  D: [0.4, 'stop', true],
  N: [0.4, 'nasal', true],
  L: [0.4, 'glide', true],
  S: [0.4, 'hiss', false],
  Z: [0.4, 'hiss', true],
  R: [0.5, 'glide', true],
  SH: [0.55, 'hiss', false],
  ZH: [0.55, 'hiss', true],
  CH: [0.55, 'stop-hiss', false],
  JH: [0.55, 'stop-hiss', true],
  Y: [0.65, 'glide', true],
  K: [0.8, 'stop', false],
  G: [0.8, 'stop', true],
  NG: [0.8, 'nasal', true],
  HH: [1, 'hiss', false],
};

const weak = new Set(['AH', 'HH', 'T', 'D', 'IH', 'N']);

/** Phonemes without stress, or null for a word that the dictionary doesn't have. */
export function soundsOf(word: string): readonly string[] | null {
  const sounds = dictionary[word];
  return sounds === undefined ? null : sounds.split(' ').map((one) => one.replace(/\d$/, ''));
}

/** The least it costs to make one sequence of phonemes of the other: 0 the same, about 1 for each that is altogether other. */
export function distance(one: readonly string[], other: readonly string[]): number {
  let above = [0];
  for (const sound of other) above.push(above.at(-1)! + lost(sound));
  for (const from of one) {
    const row = [above[0]! + lost(from)];
    for (let at = 0; at < other.length; at++) {
      const to = other[at]!;
      row.push(Math.min(above[at]! + heardAs(from, to), above[at + 1]! + lost(from), row[at]! + lost(to)));
    }
    above = row;
  }
  return above.at(-1)!;
}

function lost(sound: string): number {
  return weak.has(sound) ? 0.5 : 0.85;
}

const costs = new Map<string, number>();

function heardAs(from: string, to: string): number {
  if (from === to) return 0;
  const key = `${from} ${to}`;
  let cost = costs.get(key);
  if (cost === undefined) costs.set(key, (cost = costOf(from, to)));
  return cost;
}

function costOf(from: string, to: string): number {
  const [a, b] = [vowels[from], vowels[to]];
  if (a && b) return 0.15 + 0.7 * Math.hypot(a[0] - b[0], a[1] - b[1]);
  const [c, d] = [consonants[from], consonants[to]];
  if (!c || !d) return 1.4;
  return Math.min(1.2, 0.1 + 0.7 * Math.abs(c[0] - d[0]) + (c[1] === d[1] ? 0 : 0.45) + (c[2] === d[2] ? 0 : 0.15));
}
