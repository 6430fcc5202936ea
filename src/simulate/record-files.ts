// A planned organisation's record as files that are read like anybody's: tables as CSV, each policy and procedure a
// document of its own. Nothing planted is told in them.
import type { ContactWorth } from '../contacts/worth.core.ts';
import type { Clause, DocumentVersion } from '../documents/document.core.ts';
import type { Step } from '../procedures/procedure.core.ts';
import { dayIn } from '../kernel/moment.ts';
import type { Planned } from './planned-organisation.core.ts';
import { csv, joined, type Cell, type Row } from './csv-rows.core.ts';
import { closes, opens } from './plan/plan-rota.ts';

export interface PlannedFile {
  /** Below the record's folder, e.g. `policies/late-fees-1.md`. */
  readonly path: string;
  readonly text: string;
}

/** Every table that has rows, and every version of every document. */
export function recordFiles(planned: Planned): PlannedFile[] {
  const { records, siteMonths } = planned;
  const zones = new Map(records.sites.map((site) => [site.id, site.timeZone]));
  const table = (path: string, rows: readonly Row[]): PlannedFile[] =>
    rows.length === 0 ? [] : [{ path, text: csv(rows) }];
  return [
    { path: 'organisation.yaml', text: organisationText(planned) },
    ...table(
      'sites.csv',
      records.sites.map((one) => ({ ...one, spokenNames: one.spokenNames?.join(';') })),
    ),
    ...table(
      'site-months.csv',
      siteMonths.map((one) => ({ ...one })),
    ),
    ...table('people.csv', peopleRows(planned)),
    ...table(
      'shifts.csv',
      records.shifts.map((one) => ({
        person: one.person,
        site: one.site,
        day: dayIn(one.from, zones.get(one.site)!),
        from: clock(opens),
        to: clock(closes),
      })),
    ),
    ...table(
      'authority-limits.csv',
      records.authorityLimits.map((one) => ({ ...one, standards: joined(one.standards), to: one.to })),
    ),
    ...table(
      'duties.csv',
      records.duties.map((one) => ({ ...one, standards: joined(one.standards) })),
    ),
    ...table(
      'acknowledgements.csv',
      records.acknowledgements.map((one) => ({ ...one })),
    ),
    ...table(
      'certificates.csv',
      records.certificates.map((one) => ({ ...one, standards: joined(one.standards) })),
    ),
    ...table(
      'observations.csv',
      records.observations.map((one) => ({ ...one, standards: joined(one.standards) })),
    ),
    ...table(
      'targets.csv',
      records.targets.map((one) => ({
        ...one,
        roles: joined(one.roles),
        sites: joined(one.sites),
        against: joined(one.against),
      })),
    ),
    ...table(
      'approvals.csv',
      records.approvals.map((one) => ({ ...one, standards: joined(one.standards) })),
    ),
    ...table(
      'outages.csv',
      records.outages.map((one) => ({ ...one })),
    ),
    ...table(
      'attempts.csv',
      records.attempts.map((one) => ({ ...one, standards: joined(one.standards) })),
    ),
    ...table(
      'outcomes.csv',
      outcomes(planned).map((one) => ({ ...one })),
    ),
    ...records.policies.map((one) => ({
      path: `policies/${one.id}-${one.version}.md`,
      text: documentText(one, { class: one.class, 'legal basis': one.legalBasis ?? 'none' }, one.clauses),
    })),
    ...records.procedures.map((one) => ({
      path: `procedures/${one.id}-${one.version}.md`,
      text: documentText(one, { task: one.task, sort: one.sort, trigger: one.trigger }, one.steps),
    })),
  ];
}

/** What came of each contact that had an outcome, in words that owners use. A mystery shopper's came to nothing. */
export function outcomes({ contacts }: Planned): ContactWorth[] {
  const words = {
    won: 'rented',
    lost: 'lost',
    pending: 'undecided',
    served: 'resolved',
    unserved: 'not resolved',
  } as const;
  return contacts.flatMap(({ id, outcome, worth, day, shop }): ContactWorth[] =>
    outcome === undefined || shop
      ? []
      : [{ contact: id, outcome: words[outcome], ...(worth === undefined ? {} : { worth }), on: day }],
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function peopleRows({ people, records }: Planned): Row[] {
  const names = new Map(people.map((one) => [one.id, one.name]));
  return records.posts.map(({ person, site, role, supervisor, from, to }) => ({
    id: person,
    name: names.get(person),
    role,
    site,
    supervisor,
    from,
    to,
  }));
}

function organisationText({ organisation: one }: Planned): string {
  const fields: [string, Cell | readonly string[]][] = [
    ['name', one.name],
    ['other-names', one.otherNames],
    ['customer', one.customerWord],
    ['products', one.products],
    ['currency', one.currency],
    ['enquiries-a-month', one.enquiriesAMonth],
    ['conversion', one.conversion],
    ['worth-of-a-stay', one.worthOfAStay],
    ['standards', one.standards],
  ];
  // JSON is YAML: so nothing in a name is read as anything else.
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${JSON.stringify(value)}\n`],
  );
  return `organisation:\n${lines.join('')}`;
}

function documentText(
  one: DocumentVersion,
  own: Readonly<Record<string, string | undefined>>,
  parts: readonly (Clause | Step)[],
): string {
  const fields = {
    id: one.id,
    version: one.version,
    ...own,
    owner: one.owner,
    from: one.from,
    to: one.to,
    'review due': one.reviewDue,
    roles: one.roles.length > 0 ? `[${one.roles.join(', ')}]` : undefined,
    sites: one.sites.length > 0 ? `[${one.sites.join(', ')}]` : undefined,
    clarity: one.clarity,
  };
  const front = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]));
  const body = parts.map(({ id, text, serves, obstructs, ...step }) =>
    [
      `${id}. ${text}`,
      ...stepLines(step),
      ...(serves.length > 0 ? [`   serves: ${serves.join(', ')}`] : []),
      ...(obstructs.length > 0 ? [`   obstructs: ${obstructs.join(', ')}`] : []),
    ].join('\n'),
  );
  return `---\n${front.join('')}---\n# ${one.title}\n\n${body.join('\n')}\n`;
}

/** What a step says beside its words, as documents write it. */
function stepLines({ actor, say, limit, goesWrong }: Partial<Step>): string[] {
  return Object.entries({ actor, say, limit, 'goes wrong': goesWrong }).flatMap(([name, words]) =>
    words === undefined ? [] : [`   ${name}: ${words}`],
  );
}
