// Every version of one document whole, and the ids of all documents: read from the tables of both kinds by the document's own key.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { DocumentKind } from '../../documents/document.core.ts';
import { documentVersionTable, oldestFirst } from '../../documents/document.table.ts';
import { present } from '../../kernel/present.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Work } from '../../platform/db/work.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import { policyClauseTable, policyVersionTable } from '../../policies/policy.table.ts';
import type { ProcedureVersion, Step } from '../../procedures/procedure.core.ts';
import { procedureStepTable, procedureVersionTable } from '../../procedures/procedure.table.ts';

export type WholeVersion =
  | { readonly kind: 'policy'; readonly one: Sourced<PolicyVersion> }
  | { readonly kind: 'procedure'; readonly one: Sourced<ProcedureVersion> };

/** Oldest first, as they stand on record: nothing is cut where one was suspended. */
export async function wholeVersions(work: Work, kind: DocumentKind, id: string): Promise<WholeVersion[]> {
  const versions = await versionRows(work, kind, id);
  if (versions.length === 0) return [];
  return kind === 'policy' ? policiesOf(work, id, versions) : proceduresOf(work, id, versions);
}

type VersionRow = Awaited<ReturnType<typeof versionRows>>[number];

async function versionRows({ tx, actor }: Work, kind: DocumentKind, id: string) {
  return tx
    .select()
    .from(documentVersionTable)
    .where(
      and(
        eq(documentVersionTable.orgId, actor.orgId),
        eq(documentVersionTable.kind, kind),
        eq(documentVersionTable.id, id),
      ),
    )
    .orderBy(...oldestFirst);
}

const headOf = ({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity }: VersionRow) =>
  present({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity });
const originOf = ({ originFile: file, originRow: row }: VersionRow) => present({ file, row });

async function policiesOf({ tx, actor }: Work, id: string, versions: readonly VersionRow[]): Promise<WholeVersion[]> {
  const own = await tx
    .select()
    .from(policyVersionTable)
    .where(and(eq(policyVersionTable.orgId, actor.orgId), eq(policyVersionTable.id, id)));
  const parts = await tx
    .select()
    .from(policyClauseTable)
    .where(and(eq(policyClauseTable.orgId, actor.orgId), eq(policyClauseTable.policy, id)))
    .orderBy(asc(policyClauseTable.position));
  const clauses = Map.groupBy(parts, (part) => part.version);
  return versions.flatMap((row) => {
    const mine = own.find((one) => one.version === row.version);
    if (!mine) return [];
    const policy: PolicyVersion = present({
      ...headOf(row),
      class: mine.class,
      legalBasis: mine.legalBasis,
      clauses: (clauses.get(row.version) ?? []).map((part) => ({
        id: part.id,
        text: part.words,
        serves: part.serves,
        obstructs: part.obstructs,
      })),
    });
    return [{ kind: 'policy' as const, one: { row: policy, from: originOf(row) } }];
  });
}

async function proceduresOf({ tx, actor }: Work, id: string, versions: readonly VersionRow[]): Promise<WholeVersion[]> {
  const own = await tx
    .select()
    .from(procedureVersionTable)
    .where(and(eq(procedureVersionTable.orgId, actor.orgId), eq(procedureVersionTable.id, id)));
  const parts = await tx
    .select()
    .from(procedureStepTable)
    .where(and(eq(procedureStepTable.orgId, actor.orgId), eq(procedureStepTable.procedure, id)))
    .orderBy(asc(procedureStepTable.position));
  const steps = Map.groupBy(parts, (part) => part.version);
  return versions.flatMap((row) => {
    const mine = own.find((one) => one.version === row.version);
    if (!mine) return [];
    const procedure: ProcedureVersion = present({
      ...headOf(row),
      task: mine.task,
      sort: mine.sort,
      trigger: mine.trigger,
      steps: (steps.get(row.version) ?? []).map(
        ({ id: step, words, serves, obstructs, actor: who, say, limit, goesWrong }): Step =>
          present({ id: step, text: words, serves, obstructs, actor: who, say, limit, goesWrong }),
      ),
    });
    return [{ kind: 'procedure' as const, one: { row: procedure, from: originOf(row) } }];
  });
}

/** Every document that there is, as `policy/ID` and `procedure/ID`. */
export async function documentNames({ tx, actor }: Work): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ name: sql<string>`${documentVersionTable.kind} || '/' || ${documentVersionTable.id}` })
    .from(documentVersionTable)
    .where(eq(documentVersionTable.orgId, actor.orgId));
  return new Set(rows.map((row) => row.name));
}
