// Versions of documents against each other and against what their clauses name; and the rows that name a version.
import type { Reject } from '../../contacts/contact.core.ts';
import type { Acknowledgement, Clause, DocumentKind, DocumentVersion } from '../../documents/document.core.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Certificate } from '../../training/training.core.ts';
import type { Known } from '../known.core.ts';
import { keepApart } from './overlap.core.ts';
import { placeOf } from './place.core.ts';

export interface Checked<T> {
  readonly rows: readonly Sourced<T>[];
  readonly rejects: readonly Reject[];
}

/**
 * @param rows each with its own clauses or steps
 * @param partsOf those clauses or steps
 * @param onRecord versions of the same kind on record; one with the same id and version is about to be replaced
 */
export function checkVersions<T extends DocumentVersion>(
  rows: readonly Sourced<T>[],
  partsOf: (row: T) => readonly Clause[],
  onRecord: readonly Sourced<DocumentVersion>[],
  known: Known,
): Checked<T> {
  const rejects: Reject[] = [];
  const sound = rows.filter((one) => {
    const wrong = partProblems(one, partsOf(one.row), known);
    rejects.push(...wrong);
    return wrong.length === 0;
  });
  const given = new Set(sound.map((one) => keyOf(one.row)));
  const standing = onRecord.filter((one) => !given.has(keyOf(one.row)));
  const { accepted, overlaps } = keepApart<DocumentVersion>(sound, standing, (row) => row.id);
  for (const { row, with: other } of overlaps) {
    rejects.push({
      ...row.from,
      field: 'from',
      expected: 'versions of one document that follow each other',
      remedy:
        other.row.to === undefined
          ? `Version ${other.row.version} (${placeOf(other.from)}) has no end: write ${row.row.from} as its "to".`
          : `Version ${other.row.version} (${placeOf(other.from)}) holds until ${other.row.to}: begin this one then.`,
    });
  }
  const apart = new Set<Sourced<DocumentVersion>>(accepted);
  return { rows: sound.filter((one) => apart.has(one)), rejects };
}

function partProblems<T>(one: Sourced<T>, parts: readonly Clause[], known: Known): Reject[] {
  const rejects: Reject[] = [];
  const ids = new Set<string>();
  for (const part of parts) {
    if (ids.has(part.id)) {
      rejects.push({
        ...one.from,
        field: part.id,
        expected: 'an id of its own for every clause or step',
        remedy: 'Number them anew, or give one an id: {#its-own-id} at the end of its line.',
      });
    }
    ids.add(part.id);
    for (const field of ['serves', 'obstructs'] as const) {
      for (const id of part[field]) {
        if (known.standards === null || known.standards.has(id)) continue;
        const close = known.standards.nearest(id);
        rejects.push({
          ...one.from,
          field: `${part.id}: ${field}`,
          expected: 'the id of a standard',
          remedy: close ? `Did you mean ${close}?` : 'List them with "customary standards list".',
        });
      }
    }
  }
  return rejects;
}

/** Acknowledgements of versions that are on record. */
export function checkAcknowledgements(
  rows: readonly Sourced<Acknowledgement>[],
  known: Known,
): Checked<Acknowledgement> {
  return checkEach(rows, ({ kind, document, version }) =>
    versionProblem(known, kind, document, version, ['document', 'version']),
  );
}

/** Certificates for procedures, and versions of them, that are on record; or for none. */
export function checkCertificates(rows: readonly Sourced<Certificate>[], known: Known): Checked<Certificate> {
  return checkEach(rows, ({ procedure, procedureVersion }) => {
    if (procedure === undefined && procedureVersion === undefined) return null;
    if (procedure === undefined) {
      return {
        field: 'procedure',
        expected: 'the procedure that the version is of',
        remedy: 'Fill in "procedure", or clear "procedure-version".',
      };
    }
    return versionProblem(known, 'procedure', procedure, procedureVersion, ['procedure', 'procedure-version']);
  });
}

type Problem = Pick<Reject, 'expected' | 'remedy'> & { readonly field: string };

/** What is wrong with a version that a row names; null where it is on record. */
export function versionProblem(
  known: Known,
  kind: DocumentKind,
  id: string,
  version: string | undefined,
  [idField, versionField]: readonly [string, string],
): Problem | null {
  const ids = known.documents[kind];
  if (!ids.has(id)) {
    const expected = `the id of a ${kind} in the record`;
    if (ids.wasRefused(id)) return { field: idField, expected, remedy: 'That document was refused: correct it first.' };
    const close = ids.nearest(id);
    return {
      field: idField,
      expected,
      remedy: close ? `Did you mean ${close}?` : `Add the ${kind}, or correct the id.`,
    };
  }
  if (version === undefined || known.hasVersion(kind, id, version)) return null;
  return {
    field: versionField,
    expected: `a version of that ${kind} that is in the record`,
    remedy: 'Add that version with the days it was in force, or correct the number.',
  };
}

/** The rows without a problem, and a refusal for each of the others. */
export function checkEach<T>(rows: readonly Sourced<T>[], problem: (row: T) => Problem | null): Checked<T> {
  const rejects: Reject[] = [];
  const sound = rows.filter((one) => {
    const wrong = problem(one.row);
    if (wrong) rejects.push({ ...one.from, ...wrong });
    return wrong === null;
  });
  return { rows: sound, rejects };
}

function keyOf(row: DocumentVersion): string {
  return JSON.stringify([row.id, row.version]);
}
