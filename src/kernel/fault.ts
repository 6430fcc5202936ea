// Every failure that a caller may expect is a Fault: a stable slug, a kind, a sentence that says what to do.
// HTTP statuses and exit codes are given by kind, at the edge, never here.

export type FaultKind =
  | 'malformed'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'unready'
  | 'too-many'
  | 'unavailable';

/** One thing wrong with the input: where it stands and what was expected there. */
export interface FaultDetail {
  /** JSON pointer, or `file:line`, or the name of a field. */
  pointer: string;
  detail: string;
}

export class Fault extends Error {
  readonly slug: string;
  readonly kind: FaultKind;
  readonly errors: readonly FaultDetail[];

  /**
   * @param slug stable kebab-case name, e.g. `data-folder-locked`; documented in docs/problems
   * @param detail one or two plain sentences: what is wrong and what to do; never personal data
   */
  constructor(slug: string, kind: FaultKind, detail: string, errors: readonly FaultDetail[] = []) {
    super(detail);
    this.name = 'Fault';
    this.slug = slug;
    this.kind = kind;
    this.errors = errors;
  }
}
