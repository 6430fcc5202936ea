// Reads contacts whole. Ladders go to those who may read causes; who served, to those who may see people.
import { Fault } from '../../kernel/fault.ts';
import { contactHistories, type ContactVersion } from '../../contacts/contact-history.use.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { assertMayReadContacts, mayNamePeople } from '../../marking/search/contacts.access.ts';
import { markedContacts, type MarkedContact } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { hiddenFrom, peopleSayOf } from '../../review/people-say.use.ts';
import type { PeopleSaid } from '../../review/review-mark.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { mayDiagnose } from '../diagnosis.access.ts';
import type { Finding } from '../finding.core.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import {
  factsShown,
  firstImpressionOf,
  ladderShown,
  markShown,
  peopleShown,
  reasonShown,
} from './contact-on-wire.core.ts';
import type { OneContact } from './one-contact.shape.ts';
import { timesOf } from './times.core.ts';

/** @throws Fault `contact-missing` also where it is not theirs to see, `contacts-forbidden` */
export async function readContact(work: Work, id: string, ladder: LadderSettings): Promise<OneContact> {
  const [contact] = await readContactsWhole(work, [id], ladder);
  if (contact) return contact;
  throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
}

/** Some contacts in the order given; those that there are not, or that are not theirs to see, are left out. @throws Fault `contacts-forbidden` */
export async function readContactsWhole(
  work: Work,
  ids: readonly string[],
  ladder: LadderSettings,
): Promise<OneContact[]> {
  assertMayReadContacts(work.actor);
  const marked = new Map(
    (await markedContacts(work, await findContacts(work, ids))).map((one) => [one.contact.id, one]),
  );
  const hidden = await hiddenFrom(work);
  // Nothing that was said of it goes to whoever has it in hand for a review, so that their marks are their own.
  const all = ids
    .flatMap((id) => marked.get(id) ?? [])
    .map((one) => (hidden.has(one.contact.id) ? { ...one, marks: [] } : one));
  const failed = all.flatMap((one) => one.marks.filter((mark) => mark.verdict === 'failed').map((mark) => mark.id));
  const findings = mayDiagnose(work.actor) ? await readFindingsOfMarks(work, failed) : [];
  const known: Known = {
    ladder,
    standards: new Map((await standardsInUse(work)).map((one) => [one.id, one])),
    findings: Map.groupBy(findings, (one) => one.contact),
    sites: await siteNames(
      work,
      all.map((one) => one.contact.siteId ?? null),
    ),
    people: mayNamePeople(work.actor)
      ? await personNames(
          work,
          all.map((one) => one.contact.personId ?? null),
        )
      : null,
    versions: await contactHistories(work, ids),
    says: await peopleSayOf(
      work,
      all.flatMap((one) => (hidden.has(one.contact.id) ? [] : [one.contact])),
    ),
    hidden,
  };
  return all.map((one) => onWire(one, known));
}

/** What is known beside the contacts. */
interface Known {
  readonly ladder: LadderSettings;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly sites: ReadonlyMap<string, string>;
  /** Null for who may not see people. */
  readonly people: ReadonlyMap<string, string> | null;
  readonly versions: ReadonlyMap<string, readonly ContactVersion[]>;
  readonly says: ReadonlyMap<string, readonly PeopleSaid[]>;
  readonly hidden: ReadonlySet<string>;
}

function onWire(marked: MarkedContact, known: Known): OneContact {
  const { ladder, standards, findings, sites, people, versions, says, hidden } = known;
  const { contact, marks } = marked;
  const own = findings.get(contact.id) ?? [];
  const findingOf = new Map(own.map((one) => [one.mark, one]));
  const { siteId, personId } = contact;
  return {
    ...factsShown(contact),
    ...(siteId === undefined ? {} : { site: named(siteId, sites) }),
    ...(personId === undefined || !people ? {} : { person: named(personId, people) }),
    kinds: [...marked.kinds],
    ...reasonShown(contact, marked.reason),
    marks: marks.flatMap((mark) => {
      const standard = standards.get(mark.standard);
      return standard ? [markShown(mark, contact, standard, findingOf.get(mark.id))] : [];
    }),
    people: peopleShown(says.get(contact.id) ?? [], contact, standards),
    reviewing: hidden.has(contact.id),
    times: timesOf(contact),
    firstImpression: firstImpressionOf(
      contact,
      marks,
      new Set([...standards.values()].filter((one) => one.firstImpression).map((one) => one.id)),
    ),
    failures: own.map((finding) => ladderShown(finding, ladder)),
    history: [
      ...(versions.get(contact.id) ?? []).map(({ version, at, import: from }, nth) => ({
        at,
        what: nth === 0 ? ('imported' as const) : ('read again' as const),
        version,
        import: { ...from },
      })),
      ...(marked.markedAt === undefined ? [] : [{ at: marked.markedAt, what: 'marked' as const }]),
    ],
  };
}

function named(id: string, names: ReadonlyMap<string, string>): { id: string; name: string } {
  return { id, name: names.get(id) ?? id };
}
