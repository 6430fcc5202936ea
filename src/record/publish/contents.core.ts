// A version on record as the content of a draft, and a draft's content as the version that it becomes.
import type { Clause, DocumentVersion } from '../../documents/document.core.ts';
import {
  addMonths,
  contentWith,
  textOf,
  usualReviewMonths,
  type DraftContent,
  type DraftPart,
  type Fields,
} from '../../documents/drafts/draft.core.ts';
import { present } from '../../kernel/present.ts';
import type { ClauseReasons } from '../../policies/reasons/clause-reasons.core.ts';
import type { PolicyClass, PolicyVersion } from '../../policies/policy.core.ts';
import { procedureSorts, type ProcedureVersion } from '../../procedures/procedure.core.ts';

/** The content that a version would have had as a draft. Its effective date is its own. */
export function contentOfPolicy(
  policy: PolicyVersion,
  reasons: ReadonlyMap<string, ClauseReasons> = new Map(),
): DraftContent {
  return contentWith({
    ...headOf(policy),
    fields: filled({ class: policy.class, legalBasis: policy.legalBasis, everybody: everybodyOf(policy) }),
    parts: policy.clauses.map(({ id, text, serves, obstructs }) => ({
      id,
      text,
      serves,
      obstructs,
      fields: fieldsOfReasons(reasons.get(id) ?? {}),
    })),
  });
}

export function contentOfProcedure(procedure: ProcedureVersion): DraftContent {
  return contentWith({
    ...headOf(procedure),
    fields: filled({
      task: procedure.task,
      sort: procedure.sort,
      trigger: procedure.trigger,
      everybody: everybodyOf(procedure),
    }),
    parts: procedure.steps.map(({ id, text, serves, obstructs, actor, say, limit, goesWrong }) => ({
      id,
      text,
      serves,
      obstructs,
      fields: filled({ actor, say, limit, goesWrong }),
    })),
  });
}

/** What was published here, with what was said for its clauses since. */
export function withReasons(
  content: DraftContent,
  reasons: ReadonlyMap<string, ClauseReasons>,
  clauses: readonly Clause[],
): DraftContent {
  // Links may have been made since it was published.
  const links = new Map(clauses.map(({ id, serves, obstructs }) => [id, { serves, obstructs }]));
  return {
    ...content,
    parts: content.parts.map((part) => ({
      ...part,
      ...links.get(part.id),
      fields: { ...part.fields, ...fieldsOfReasons(reasons.get(part.id) ?? {}) },
    })),
  };
}

function headOf(
  version: DocumentVersion,
): Pick<DraftContent, 'title' | 'owner' | 'from' | 'reviewMonths' | 'roles' | 'sites'> {
  return {
    title: version.title,
    owner: version.owner ?? '',
    from: version.from,
    reviewMonths: usualReviewMonths,
    roles: version.roles,
    sites: version.sites,
  };
}

const everybodyOf = (version: DocumentVersion): string | undefined =>
  version.roles.length === 0 && version.sites.length === 0 ? 'yes' : undefined;

function fieldsOfReasons({ factor, ...texts }: ClauseReasons): Fields {
  return { ...filled(texts), ...(factor ? { factor: { answer: factor.answer, reason: factor.reason } } : {}) };
}

function filled(texts: Readonly<Record<string, string | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text]])),
  );
}

interface Version {
  readonly id: string;
  readonly version: string;
}

/** The version that a policy's content becomes. Its checklist is clean: owner, class and date are there. */
export function policyOf({ id, version }: Version, content: DraftContent): PolicyVersion {
  return present({
    ...versionOf({ id, version }, content),
    class: textOf(content.fields['class']) as PolicyClass,
    legalBasis: lawOf(textOf(content.fields['legalBasis'])),
    clauses: content.parts.map(({ id: part, text, serves, obstructs }) => ({ id: part, text, serves, obstructs })),
  });
}

/** The version that a procedure's content becomes. */
export function procedureOf({ id, version }: Version, content: DraftContent): ProcedureVersion {
  const of = (fields: Fields, name: string): string | undefined => textOf(fields[name]).trim() || undefined;
  return present({
    ...versionOf({ id, version }, content),
    task: of(content.fields, 'task'),
    sort: procedureSorts.find((one) => one === of(content.fields, 'sort')),
    trigger: of(content.fields, 'trigger'),
    steps: content.parts.map(({ id: part, text, serves, obstructs, fields }) =>
      present({
        id: part,
        text,
        serves,
        obstructs,
        actor: of(fields, 'actor'),
        say: of(fields, 'say'),
        limit: of(fields, 'limit'),
        goesWrong: of(fields, 'goesWrong'),
      }),
    ),
  });
}

/** The law that a text names; undefined for none. */
export function lawOf(text: string): string | undefined {
  const law = text.trim();
  return law === '' || /^none\.?$/i.test(law) ? undefined : law;
}

function versionOf(
  { id, version }: Version,
  { title, owner, from, reviewMonths, roles, sites }: DraftContent,
): DocumentVersion {
  return present({
    id,
    version,
    title: title.trim(),
    owner: owner.trim(),
    from,
    reviewDue: addMonths(from, reviewMonths),
    roles,
    sites,
  });
}

/** What a clause's fields say of it, as policies keep it. */
export function reasonsOf({ fields }: DraftPart): ClauseReasons {
  const { factor } = fields;
  const answer = typeof factor === 'object' && 'answer' in factor ? factor : undefined;
  return present({
    purpose: textOf(fields['purpose']) || undefined,
    protects: textOf(fields['protects']) || undefined,
    legalBasis: textOf(fields['legalBasis']) || undefined,
    authority: textOf(fields['authority']) || undefined,
    factor:
      answer && ['yes', 'no', 'partly'].includes(answer['answer'] ?? '')
        ? { answer: answer['answer'] as 'yes' | 'no' | 'partly', reason: answer['reason'] ?? '' }
        : undefined,
  });
}
