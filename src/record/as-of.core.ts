// What was in force on one day: the question that the whole record exists to answer.
import type { Acknowledgement, DocumentVersion } from '../documents/document.core.ts';
import type { Day } from '../kernel/moment.ts';
import { inForce } from '../kernel/moment.ts';
import { present } from '../kernel/present.ts';
import type { Origin } from '../kernel/sourced.ts';
import type { Target } from '../management/management.core.ts';
import type { AuthorityLimit, Post } from '../people/people.core.ts';
import type { PolicyVersion } from '../policies/policy.core.ts';
import type { Duty, ProcedureVersion } from '../procedures/procedure.core.ts';
import type { Certificate } from '../training/training.core.ts';

export interface DatedRecord {
  readonly posts: readonly Post[];
  readonly authorityLimits: readonly AuthorityLimit[];
  readonly policies: readonly PolicyVersion[];
  readonly procedures: readonly ProcedureVersion[];
  readonly duties: readonly Duty[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly certificates: readonly Certificate[];
  readonly targets: readonly Target[];
  /** By `kind/key`; see the readers of each domain. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** One thing that held, in words without a person's name, and where it is written. */
export interface HeldThen {
  readonly kind:
    | 'post'
    | 'authority-limit'
    | 'policy'
    | 'procedure'
    | 'duty'
    | 'acknowledgement'
    | 'certificate'
    | 'target';
  readonly id: string;
  readonly version?: string;
  readonly says: string;
  readonly from: Day;
  readonly to?: Day;
  readonly origin?: Origin;
}

/** Whom and where it is asked for; without either, everybody and everywhere. */
export interface Asked {
  readonly day: Day;
  readonly site?: string;
  readonly person?: string;
}

/** Everything that held on the day, for the site and the person asked for; rows hold up to, not including, their last day. */
export function heldOn(record: DatedRecord, asked: Asked): HeldThen[] {
  const { day, site, person } = asked;
  const posts = record.posts.filter(
    (post) =>
      inForce(post, day) &&
      (site === undefined || post.site === site) &&
      (person === undefined || post.person === person),
  );
  // A role or a site narrows what held only where somebody or some place was asked for.
  const narrowed = site !== undefined || person !== undefined;
  const roles = new Set(posts.map((post) => post.role));
  const sites = new Set(site === undefined ? posts.map((post) => post.site) : [site]);
  const reachesRoles = (list: readonly string[]): boolean =>
    person === undefined || list.length === 0 || list.some((role) => roles.has(role));
  const reachesSites = (list: readonly string[]): boolean =>
    !narrowed || list.length === 0 || list.some((one) => sites.has(one));
  const people = new Set(posts.map((post) => post.person));
  const concerns = (who: string): boolean => (person === undefined ? !narrowed || people.has(who) : who === person);
  const reaches = (row: { roles: readonly string[]; sites: readonly string[] }): boolean =>
    reachesRoles(row.roles) && reachesSites(row.sites);
  const cite = (key: string): Origin | undefined => record.origins.get(key);

  const documents = (kind: 'policy' | 'procedure', versions: readonly DocumentVersion[]): HeldThen[] =>
    versions
      .filter((one) => inForce(one, day) && reaches(one))
      .map(({ id, version, title, from, to }) =>
        present({ kind, id, version, says: title, from, to, origin: cite(`${kind}/${id}/${version}`) }),
      );
  const documentsThen = [...documents('policy', record.policies), ...documents('procedure', record.procedures)];
  const versionsThen = new Set(documentsThen.map((one) => `${one.kind}/${one.id}/${one.version}`));

  return [
    ...posts.map(({ person: id, role, site: at, from, to }) =>
      present({
        kind: 'post' as const,
        id,
        says: `${role} at ${at}`,
        from,
        to,
        origin: cite(`post/${id}/${at}/${from}`),
      }),
    ),
    ...record.authorityLimits
      .filter((one) => inForce(one, day) && reachesRoles([one.role]))
      .map(({ id, role, act, limit, from, to }) =>
        present({
          kind: 'authority-limit' as const,
          id,
          says: limit === 0 ? `${role}: ${act}, always ask` : `${role}: ${act}, up to ${limit}`,
          from,
          to,
          origin: cite(`authority-limit/${id}`),
        }),
      ),
    ...documentsThen,
    ...record.duties
      .filter((one) => inForce(one, day) && reachesRoles([one.role]))
      .map(({ id, role, task, from, to }) =>
        present({ kind: 'duty' as const, id, says: `${role}: ${task}`, from, to, origin: cite(`duty/${id}`) }),
      ),
    ...record.acknowledgements
      .filter(
        (one) =>
          one.on <= day && concerns(one.person) && versionsThen.has(`${one.kind}/${one.document}/${one.version}`),
      )
      .map(({ person: id, kind, document, version, on, answer }) =>
        present({
          kind: 'acknowledgement' as const,
          id,
          version,
          says: `${kind} ${document}: ${answer}`,
          from: on,
          origin: cite(`acknowledgement/${id}/${kind}/${document}/${version}/${on}`),
        }),
      ),
    ...record.certificates
      .filter((one) => inForce({ from: one.on, to: one.expires }, day) && concerns(one.person))
      .map(({ id, person: who, task, on, expires }) =>
        present({
          kind: 'certificate' as const,
          id,
          says: `${who}: ${task}`,
          from: on,
          to: expires,
          origin: cite(`certificate/${id}`),
        }),
      ),
    ...record.targets
      .filter((one) => inForce(one, day) && reaches(one))
      .map(({ id, says, from, to }) =>
        present({ kind: 'target' as const, id, says, from, to, origin: cite(`target/${id}`) }),
      ),
  ];
}
