// Decides which rows belong into a judge's file: documents in force in the period, how they came to be, who knew them, what was
// marked, and what of it was corrected since.
import { stoodForNoDay, type Clause, type DocumentVersion } from '../../documents/document.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { isDay } from '../../kernel/moment.ts';
import { readPeopleRecord } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { readProcedures } from '../../procedures/procedures.use.ts';
import { assertMayReadBinder } from '../binder.access.ts';
import {
  nothingIn,
  sections,
  type BundleAsked,
  type BundleSummary,
  type Picked,
  type Section,
} from '../bundle.core.ts';
import * as store from './pick-rows.store.ts';

/** More contacts than this make a file that nobody reads: the reader is told to narrow it. */
const mostContacts = 2000;
const mostRows = 60_000;

export interface PickedRows extends BundleSummary {
  readonly picked: readonly Picked[];
  /** Names of people and sites that were asked for. */
  readonly names: ReadonlyMap<string, string>;
}

/** @throws Fault `binder-forbidden`, `bundle-days`, `site-unknown`, `person-unknown`, `bundle-document`, `bundle-too-large` */
export async function pickRows(work: Work, asked: BundleAsked): Promise<PickedRows> {
  assertMayReadBinder(work.actor);
  const names = await namesAsked(work, asked);
  const { tx, actor } = work;
  const { orgId } = actor;
  const people = await peopleOf(work, asked);
  const documents = await documentsInForce(work, asked);
  const ids = [...new Set(documents.map((one) => `${one.kind}/${one.row.id}`))];
  const about = asked.document !== undefined || asked.standard !== undefined;
  const standards = asked.standard === undefined ? standardsOf(documents.map((one) => one.row)) : [asked.standard];
  const more: string[] = [];
  const leftOut: Section[] = [];
  const picked: Picked[] = documents.map(({ kind, row }) => ({
    section: 'in-force',
    kind: kind === 'policy' ? 'policies' : 'procedures',
    key: `${row.id}~${row.version}`,
  }));
  const add = (section: Section, kind: string, keys: readonly string[]): void =>
    void picked.push(...keys.map((key) => ({ section, kind, key })));
  for (const one of await store.originKeys(tx, orgId, ids, asked, asked.person === undefined))
    picked.push({ section: 'came-to-be', ...one });
  if (asked.person !== undefined)
    more.push('Letters are left out of a file about one person: nobody’s letters stand beside their work.');
  add('acknowledged', 'acknowledgements', await store.acknowledgementKeys(tx, orgId, ids, asked, people));
  add('acknowledged', 'reader-notes', await store.readerNoteKeys(tx, orgId, ids, asked, people));
  const procedures = documents.filter((one) => one.kind === 'procedure').map((one) => one.row.id);
  add(
    'trained',
    'certificates',
    await store.certificateKeys(tx, orgId, asked, people, about ? { procedures, standards } : null),
  );
  await addMarks();
  add('people', 'posts', await store.postKeys(tx, orgId, asked));
  const counts = Object.fromEntries(
    sections.map((one) => [one, picked.filter((row) => row.section === one).length]),
  ) as Record<Section, number>;
  if (picked.length > mostRows)
    throw new Fault(
      'bundle-too-large',
      'malformed',
      `That would be ${picked.length.toLocaleString('en-US')} rows, more than ${mostRows.toLocaleString('en-US')}. Ask for fewer days, one site, one person or one document.`,
    );
  return { picked, names, sections: counts, nothing: nothingIn(counts, leftOut, more) };

  async function addMarks(): Promise<void> {
    leftOut.push('marked');
    if (!about && asked.site === undefined && asked.person === undefined) {
      more.push('What was marked is left out: name a site, a person, a document or a standard to have it in.');
      return;
    }
    if (about && standards.length === 0) {
      more.push('None of these documents names a standard, so no mark belongs to them.');
      return;
    }
    leftOut.pop();
    const keys = await store.markedKeys(tx, orgId, asked, about ? standards : null, mostContacts + 1);
    if (keys.length > mostContacts)
      more.push(
        `More than ${mostContacts.toLocaleString('en-US')} contacts were marked; the first of them are here. Ask for fewer days to have all.`,
      );
    add('marked', 'marks', keys.slice(0, mostContacts));
  }
}

async function namesAsked(work: Work, { from, to, site, person, document }: BundleAsked): Promise<Map<string, string>> {
  if (!isDay(from) || !isDay(to) || to < from)
    throw new Fault(
      'bundle-days',
      'malformed',
      'Write the first and the last day as year-month-day, the last one not before the first.',
    );
  const { sites, people } = await readPeopleRecord(work);
  const ownSite = sites.find((one) => one.id === site);
  const ownPerson = people.find((one) => one.id === person);
  if (site !== undefined && !ownSite)
    throw new Fault('site-unknown', 'missing', 'There is no site of this id on record.');
  if (person !== undefined && !ownPerson)
    throw new Fault('person-unknown', 'missing', 'There is no person of this id on record.');
  if (document !== undefined && !/^(policy|procedure)\/.+$/.test(document))
    throw new Fault(
      'bundle-document',
      'malformed',
      'Name a document as policy/ID or procedure/ID, as its page’s address does.',
    );
  return new Map([
    ...(ownSite ? [[ownSite.id, ownSite.name] as const] : []),
    ...(ownPerson ? [[ownPerson.id, ownPerson.name] as const] : []),
  ]);
}

async function peopleOf(work: Work, asked: BundleAsked): Promise<string[] | undefined> {
  const at = await store.peopleAt(work.tx, work.actor.orgId, asked);
  if (asked.person === undefined) return at;
  return at === undefined || at.includes(asked.person) ? [asked.person] : [];
}

interface InForce {
  readonly kind: 'policy' | 'procedure';
  readonly row: DocumentVersion & { readonly parts: readonly Clause[] };
}

/** Versions that really held on a day of the period, for the site and the person asked for. */
async function documentsInForce(work: Work, asked: BundleAsked): Promise<InForce[]> {
  const roles = asked.person === undefined ? null : await rolesOf(work, asked);
  const all: InForce[] = [
    ...(await readPolicies(work)).map((row) => ({ kind: 'policy' as const, row: { ...row, parts: row.clauses } })),
    ...(await readProcedures(work)).map((row) => ({ kind: 'procedure' as const, row: { ...row, parts: row.steps } })),
  ];
  const found = all.filter(({ kind, row }) => {
    if (row.from > asked.to || (row.to !== undefined && row.to <= asked.from) || stoodForNoDay(row)) return false;
    if (asked.document !== undefined && `${kind}/${row.id}` !== asked.document) return false;
    if (asked.site !== undefined && row.sites.length > 0 && !row.sites.includes(asked.site)) return false;
    if (roles && row.roles.length > 0 && !row.roles.some((role) => roles.has(role))) return false;
    return asked.standard === undefined || standardsOf([row]).includes(asked.standard);
  });
  // A version that was suspended in between held twice.
  return [...new Map(found.map((one) => [`${one.kind}/${one.row.id}/${one.row.version}`, one])).values()];
}

async function rolesOf(work: Work, { person, from, to }: BundleAsked): Promise<ReadonlySet<string>> {
  const { posts } = await readPeopleRecord(work);
  return new Set(
    posts
      .filter((one) => one.person === person && one.from <= to && (one.to === undefined || one.to > from))
      .map((one) => one.role),
  );
}

function standardsOf(rows: readonly { readonly parts: readonly Clause[] }[]): string[] {
  return [...new Set(rows.flatMap((row) => row.parts.flatMap((part) => [...part.serves, ...part.obstructs])))];
}
