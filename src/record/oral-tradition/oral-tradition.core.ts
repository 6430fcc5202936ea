// What is done and stands nowhere in writing, each with where it was seen and what its procedure could be called.

export const unwrittenKinds = ['search', 'duty', 'contacts', 'waits', 'asks'] as const;
export type UnwrittenKind = (typeof unwrittenKinds)[number];

export interface Unwritten {
  readonly kind: UnwrittenKind;
  /** What it is about, as a person would call it. */
  readonly about: string;
  readonly times: number;
  /** Where and with whom it was seen, in a sentence. */
  readonly seen: string;
  /** What a draft begins with. */
  readonly draft: { readonly title: string; readonly trigger?: string; readonly task?: string };
  /** Words by which the contacts are found that it was seen in. */
  readonly contacts?: string;
}

/** Said by whoever serves where the answer is in somebody's head. */
export const askingPhrases = [
  'ask my manager',
  'ask the manager',
  'ask my supervisor',
  'ask my colleague',
  'check with my manager',
  'check with the manager',
  'check with my colleague',
  'get my manager',
] as const;

/** The same thing waited for so often is no accident. */
const fewestWaits = 3;
/** Fewer contacts of a kind are no reason yet. */
export const fewestContacts = 10;

export interface Waited {
  readonly waitedFor: string;
  readonly answeredBy: string | null;
}

/** What people waited for again and again, by what it was; with who answered, where it was one alone. */
export function waitedAgain(
  waits: readonly Waited[],
): { readonly waitedFor: string; readonly times: number; readonly by: string | null }[] {
  const same = Map.groupBy(waits, (one) => one.waitedFor.trim().toLowerCase().replaceAll(/\s+/gu, ' '));
  return [...same.values()]
    .filter((all) => all.length >= fewestWaits)
    .map((all) => {
      const by = new Set(all.map((one) => one.answeredBy));
      return { waitedFor: all[0]!.waitedFor, times: all.length, by: by.size === 1 ? all[0]!.answeredBy : null };
    })
    .toSorted((one, other) => other.times - one.times || one.waitedFor.localeCompare(other.waitedFor));
}

/** What was seen most often first within a kind, the kinds in their order: what people looked for stands before what was worked out. */
export function inOrder(rows: readonly Unwritten[]): Unwritten[] {
  return rows.toSorted(
    (one, other) =>
      unwrittenKinds.indexOf(one.kind) - unwrittenKinds.indexOf(other.kind) ||
      other.times - one.times ||
      one.about.localeCompare(other.about),
  );
}
