// What was published here was read and approved as it is: bringing it again, or correcting its row, changes none of it. Only the day
// on which it ends, and its links to standards, may be told so.
import type { DocumentKind } from '../../documents/document.core.ts';
import { readPublishedHere, readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Work } from '../../platform/db/work.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import type { ProcedureVersion } from '../../procedures/procedure.core.ts';
import { policyOf, procedureOf } from './contents.core.ts';

interface Documents {
  readonly policies: readonly Sourced<PolicyVersion>[];
  readonly procedures: readonly Sourced<ProcedureVersion>[];
}

/** Those rows that would change a version which was published here. */
export async function againstPublished(
  work: Work,
  { policies, procedures }: Documents,
): Promise<Set<Sourced<PolicyVersion | ProcedureVersion>>> {
  if (policies.length + procedures.length === 0) return new Set();
  const here = await readPublishedHere(work);
  return new Set([
    ...(await changing(work, 'policy', policies, here)),
    ...(await changing(work, 'procedure', procedures, here)),
  ]);
}

/** @throws Fault `document-published-here` */
export async function assertPublishedStands(work: Work, documents: Documents): Promise<void> {
  if ((await againstPublished(work, documents)).size === 0) return;
  throw new Fault(
    'document-published-here',
    'conflict',
    'This version was published here and stands as it was approved. Begin a draft of the document, and publish that.',
  );
}

/** What a file is told of such a row. */
export const publishedHereReject = {
  expected: 'the words as they were approved, since this version was published here',
  remedy: 'Begin a draft of the document, and publish that.',
} as const;

async function changing<T extends PolicyVersion | ProcedureVersion>(
  work: Work,
  kind: DocumentKind,
  rows: readonly Sourced<T>[],
  here: ReadonlySet<string>,
): Promise<Sourced<T>[]> {
  const found: Sourced<T>[] = [];
  for (const one of rows) {
    const { id, version } = one.row;
    if (!here.has(`${kind}/${id}/${version}`)) continue;
    const text = (await readVersionTexts(work, kind, id)).find((own) => own.version === version);
    const approved = text && (kind === 'policy' ? policyOf : procedureOf)({ id, version }, text.content);
    if (approved && wordsOf(approved) !== wordsOf(one.row)) found.push(one);
  }
  return found;
}

/** All that was approved, however its lines are broken. */
function wordsOf(version: PolicyVersion | ProcedureVersion): string {
  const { to: _to, reviewDue: _due, clarity: _clarity, ...head } = version;
  const parts = 'clauses' in version ? version.clauses : version.steps;
  const said = parts.map(({ serves: _serves, obstructs: _obstructs, ...part }) => part);
  const { clauses: _clauses, steps: _steps, ...rest } = head as PolicyVersion & ProcedureVersion;
  const words = canonicalJson({ ...rest, roles: rest.roles.toSorted(), sites: rest.sites.toSorted(), said });
  return words.replaceAll(/(?:\s|\\n|\\r|\\t)+/g, ' ');
}
