// What a judge's file is asked for, and its sections in the order in which somebody reads them.
import type { Day, Moment } from '../kernel/moment.ts';

/** A day or a period, and what it is narrowed to. */
export interface BundleAsked {
  readonly from: Day;
  readonly to: Day;
  readonly site?: string;
  readonly person?: string;
  /** `policy/ID` or `procedure/ID`. */
  readonly document?: string;
  readonly standard?: string;
}

export const sections = ['in-force', 'came-to-be', 'acknowledged', 'trained', 'marked', 'people', 'corrected'] as const;
export type Section = (typeof sections)[number];

export const sectionTitles: Readonly<Record<Section, string>> = {
  'in-force': 'What was in force',
  'came-to-be': 'How it came to be',
  acknowledged: 'Who had acknowledged it by then',
  trained: 'Who had been trained by then',
  marked: 'What was marked',
  people: 'Who was where',
  corrected: 'What rows said before they were corrected',
};

/** A row that belongs into the file. */
export interface Picked {
  readonly section: Section;
  readonly kind: string;
  readonly key: string;
}

export interface BundleSummary {
  readonly sections: Readonly<Record<Section, number>>;
  /** What was looked for and isn't on record, in sentences. */
  readonly nothing: readonly string[];
}

export type BundleState = 'waiting' | 'making' | 'made' | 'failed';

export interface Bundle {
  readonly id: string;
  readonly asked: BundleAsked;
  readonly state: BundleState;
  readonly done: number;
  readonly of: number | null;
  readonly says: string | null;
  readonly askedAt: Moment;
  readonly askedBy: string;
  readonly madeAt: Moment | null;
  readonly bytes: number | null;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly line: number | null;
  readonly counts: BundleSummary | null;
  /** Whether the file itself is still kept here. */
  readonly kept: boolean;
}

const nothingOf: Readonly<Partial<Record<Section, string>>> = {
  'in-force': 'No policy or procedure was in force for what was asked.',
  'came-to-be': 'Nothing tells how the documents came to be: no approval, letter or earlier text of them is on record.',
  acknowledged: 'Nobody had acknowledged any of these documents.',
  trained: 'Nobody is on record as trained for what was asked.',
  marked: 'Nothing was marked for what was asked.',
};

/** What a reader is told of sections that are empty, but for those that were left out and say so themselves. */
export function nothingIn(
  counts: Readonly<Record<Section, number>>,
  leftOut: readonly Section[],
  more: readonly string[],
): string[] {
  const says = (one: Section): string[] =>
    counts[one] === 0 && !leftOut.includes(one) && nothingOf[one] ? [nothingOf[one]] : [];
  return [...sections.flatMap(says), ...more];
}

/** `1 May 2026` or `1 to 31 May 2026` as ISO days: a file that stays has no other form of a day. */
export function periodOf({ from, to }: Pick<BundleAsked, 'from' | 'to'>): string {
  return from === to ? from : `${from} to ${to}`;
}

/** What was asked for, in words, with names where they are known. */
export function askedWords(asked: BundleAsked, names: ReadonlyMap<string, string> = new Map()): string[] {
  const named = (id: string): string => (names.has(id) ? `${names.get(id)} (${id})` : id);
  return [
    asked.from === asked.to ? `On ${asked.from}` : `From ${asked.from} to ${asked.to}, both included`,
    asked.site === undefined ? 'Every site' : `Site: ${named(asked.site)}`,
    asked.person === undefined ? 'Everybody' : `Person: ${named(asked.person)}`,
    asked.document === undefined ? 'Every policy and procedure' : `Document: ${asked.document.replace('/', ' ')}`,
    asked.standard === undefined ? 'Every standard' : `Standard: ${asked.standard}`,
  ];
}
