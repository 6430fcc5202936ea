// Verdicts of one contact under two hearings, compared standard by standard: what a bench that changes words and expects the
// marks to stay counts. Shares have intervals by contact, since the marks of one contact fall together.
import type { Encounter } from '../src/standards/encounter.core.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';
import { markEncounter } from '../src/standards/engine/mark-encounter.ts';
import type { MarkDraft } from '../src/standards/standard.core.ts';
import { estimate, type Measure } from './bench.ts';

/** Marks by standard; one that isn't there doesn't apply. */
export type Told = ReadonlyMap<string, MarkDraft>;

/** Every mark of a contact by its standard. */
export function toldOf(packs: CompiledPacks, encounter: Encounter): Told {
  return new Map(markEncounter(packs, encounter).marks.map((mark) => [mark.standard, mark]));
}

/** `met-failed`: one for the other; `applies`: told and not applicable; `unsure`: decided and unsure. */
export type Change = 'same' | 'met-failed' | 'applies' | 'unsure';

/** How a verdict went over into another. */
export function changeOf(before: MarkDraft | undefined, after: MarkDraft | undefined): Change {
  if (before?.verdict === after?.verdict) return 'same';
  if (!before || !after) return 'applies';
  return before.verdict === 'unsure' || after.verdict === 'unsure' ? 'unsure' : 'met-failed';
}

type Counts = Record<Change, number>;

/** Contacts compared so far. A standard that applies on neither side is not counted. */
export class Comparison {
  readonly contacts: Counts[] = [];
  readonly byStandard = new Map<string, Counts>();
  private shift = 0;
  private shifts = 0;

  /** Adds one contact; gives the standards whose verdict changed. */
  add(before: Told, after: Told): string[] {
    const counts = noCounts();
    const changed: string[] = [];
    for (const standard of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(standard), after.get(standard)];
      const change = changeOf(was, is);
      counts[change]++;
      const own = this.byStandard.get(standard) ?? noCounts();
      own[change]++;
      this.byStandard.set(standard, own);
      if (change !== 'same') changed.push(standard);
      else if (was && is && was.verdict !== 'unsure') {
        this.shift += Math.abs(was.confidence - is.confidence);
        this.shifts++;
      }
    }
    this.contacts.push(counts);
    return changed;
  }

  /** Mean difference of confidence where the verdict stayed. */
  get meanShift(): number {
    return this.shifts === 0 ? 0 : this.shift / this.shifts;
  }

  /** The share of verdicts that changed in one of these ways. */
  share(what: string, changes: readonly Change[], goal: string, quick: boolean): Measure {
    return shareByContact(
      what,
      this.contacts.map((one) => [sum(one, changes), sum(one, everyChange)] as const),
      { goal, quick },
    );
  }

  /** The share of contacts in which any verdict changed. */
  shareOfContacts(what: string, quick: boolean): Measure {
    const rows = this.contacts.map((one) => [Number(sum(one, everyChange) > one.same), 1] as const);
    return shareByContact(what, rows, { goal: '', quick });
  }
}

const everyChange = ['same', 'met-failed', 'applies', 'unsure'] as const;

function noCounts(): Counts {
  return { same: 0, 'met-failed': 0, applies: 0, unsure: 0 };
}

function sum(counts: Counts, changes: readonly Change[]): number {
  return changes.reduce((all, change) => all + counts[change], 0);
}

const z = 1.959964;

/**
 * The sum of the first numbers over that of the second, a pair a contact. The interval is Wilson's with the number of cases that
 * would spread as the contacts do (linearised variance of a ratio; Korn and Graubard 1998), never more than there are.
 */
export function shareByContact(
  what: string,
  contacts: readonly (readonly [number, number])[],
  options: { readonly goal: string; readonly quick: boolean },
): Measure {
  let k = 0;
  let n = 0;
  for (const one of contacts) {
    k += one[0];
    n += one[1];
  }
  const p = n === 0 ? 0 : k / n;
  let spread = 0;
  for (const one of contacts) spread += (one[0] - p * one[1]) ** 2;
  const variance = n === 0 ? 0 : (spread * contacts.length) / Math.max(1, contacts.length - 1) / n ** 2;
  const cases = variance === 0 ? Math.min(n, contacts.length) : Math.min(n, (p * (1 - p)) / variance);
  const found = cases === 0 ? { value: 0, low: 0, high: 1 } : { value: p, ...wilson(p, cases) };
  const measure = estimate(what, found, { unit: `share of ${n}`, ...options });
  return n === 0 ? { ...measure, ok: false } : measure;
}

function wilson(p: number, n: number): { low: number; high: number } {
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
