// Contacts that people marked by one standard, as learning reads them: columns, what people said, what the cue marker says.
import { type HeardContact, putFeatures } from '../../marking/learned/contact-features.core.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { type SparseRows, SparseRowsBuilder } from '../sparse-rows.core.ts';

/** Verdicts as numbers, in every list of this folder. */
export const verdictNumber: Readonly<Record<Verdict, number>> = { 'not-applicable': 0, met: 1, failed: 2, unsure: 3 };
export const verdictOfNumber = ['not-applicable', 'met', 'failed', 'unsure'] as const satisfies readonly Verdict[];

/** In the order in which people said it. */
export interface MarkerExamples {
  /** Their columns are places in `columns`: arrays over those that there are stay small. */
  readonly rows: SparseRows;
  /** The columns that any contact holds, in order. */
  readonly columns: Int32Array;
  /** What people say, never unsure. */
  readonly truth: Int32Array;
  readonly cue: Int32Array;
  /** Who served, and where, numbered: whoever served stands on one side of every test. Neither is ever a column. */
  readonly persons: Int32Array;
  readonly sites: Int32Array;
}

/** A contact beside what people said of it. */
export interface MarkedByPeople {
  readonly heard: HeardContact;
  readonly verdict: Verdict;
  readonly person: string;
  readonly site: string;
}

/** Gathers reviewed contacts as rows of features with what people said of each. */
export class MarkerExamplesBuilder {
  private readonly rows = new SparseRowsBuilder();
  private readonly truth: number[] = [];
  private readonly cue: number[] = [];
  private readonly persons: number[] = [];
  private readonly sites: number[] = [];
  private readonly personNumbers = new Map<string, number>();
  private readonly siteNumbers = new Map<string, number>();

  /** Passed over where people could not tell. */
  add({ heard, verdict, person, site }: MarkedByPeople): void {
    if (verdict === 'unsure') return;
    putFeatures(heard, (column, value) => this.rows.put(column, value));
    this.rows.endRow();
    this.truth.push(verdictNumber[verdict]);
    this.cue.push(verdictNumber[heard.mark?.verdict ?? 'not-applicable']);
    this.persons.push(numbered(this.personNumbers, person));
    this.sites.push(numbered(this.siteNumbers, site));
  }

  build(): MarkerExamples {
    const rows = this.rows.build();
    const columns = Int32Array.from(new Set(rows.columns)).toSorted();
    const place = new Map([...columns].map((column, at) => [column, at]));
    return {
      rows: { ...rows, columns: rows.columns.map((column) => place.get(column)!) },
      columns,
      truth: Int32Array.from(this.truth),
      cue: Int32Array.from(this.cue),
      persons: Int32Array.from(this.persons),
      sites: Int32Array.from(this.sites),
    };
  }
}

function numbered(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

/** Of how many people, at how many sites. */
export function spread({ persons, sites }: MarkerExamples): { persons: number; sites: number } {
  return { persons: new Set(persons).size, sites: new Set(sites).size };
}
