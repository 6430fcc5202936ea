// Reads one contact whole. Ladders go to those who may read causes; who served, to those who may see people.
import { Fault } from '../../kernel/fault.ts';
import { contactHistory } from '../../contacts/contact-history.use.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import { assertMayReadContacts, mayNamePeople } from '../../marking/search/contacts.access.ts';
import { markedContacts } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { mayDiagnose } from '../diagnosis.access.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import { factsShown, firstImpressionOf, ladderShown, markShown, reasonShown } from './contact-on-wire.core.ts';
import type { OneContact } from './one-contact.shape.ts';
import { timesOf } from './times.core.ts';

/** @throws Fault `contact-missing` also where it is not theirs to see, `contacts-forbidden` */
export async function readContact(work: Work, id: string, ladder: LadderSettings): Promise<OneContact> {
  assertMayReadContacts(work.actor);
  const [marked] = await markedContacts(work, await findContacts(work, [id]));
  if (!marked)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  const { contact, marks } = marked;
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const failed = marks.filter((mark) => mark.verdict === 'failed').map((mark) => mark.id);
  const findings = mayDiagnose(work.actor) ? await readFindingsOfMarks(work, failed) : [];
  const findingOf = new Map(findings.map((one) => [one.mark, one]));
  const versions = await contactHistory(work, id);
  const { siteId, personId } = contact;
  return {
    ...factsShown(contact),
    ...(siteId === undefined ? {} : { site: named(siteId, await siteNames(work, [siteId])) }),
    ...(personId === undefined || !mayNamePeople(work.actor)
      ? {}
      : { person: named(personId, await personNames(work, [personId])) }),
    kinds: [...marked.kinds],
    ...reasonShown(contact, marked.reason),
    marks: marks.flatMap((mark) => {
      const standard = standards.get(mark.standard);
      return standard ? [markShown(mark, contact, standard, findingOf.get(mark.id))] : [];
    }),
    times: timesOf(contact),
    firstImpression: firstImpressionOf(
      contact,
      marks,
      new Set([...standards.values()].filter((one) => one.firstImpression).map((one) => one.id)),
    ),
    failures: findings.map((finding) => ladderShown(finding, ladder)),
    history: [
      ...versions.map(({ version, at, import: from }, nth) => ({
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
