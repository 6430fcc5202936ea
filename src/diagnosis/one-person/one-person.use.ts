// One person's page: what the record says of them, what is due to them, and, for those who help them, what their last contacts
// kept and missed. Serious acts are not on it: these are each one's own to look at.
import { Fault } from '../../kernel/fault.ts';
import { addDays, inForce } from '../../kernel/moment.ts';
import { readApprovals, readObservations } from '../../management/management.use.ts';
import type { Observation } from '../../management/management.core.ts';
import { countMarksOf, newestMarksOf } from '../../marking/of-person/person-marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames } from '../../people/names-of.use.ts';
import { readSitesAndPeople, readSourcedPosts } from '../../people/people-record.use.ts';
import type { Post } from '../../people/people.core.ts';
import { maySeeKind } from '../../people/record.access.ts';
import { readAttempts } from '../../personnel/personnel.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readDuties } from '../../procedures/procedures.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readCertificates } from '../../training/training.use.ts';
import { tellFailures } from '../overview/tell-failures.use.ts';
import { assertMayReadPerson, maySeeMarksOf } from './one-person.access.ts';
import { certificatesOf, doneWell, dueTo, dutiesOf, rememberedDays, toHelpWith, type Kept } from './one-person.core.ts';
import type { OnePerson } from './one-person.shape.ts';

const shownObservations = 20;
const shownWell = 8;
const shownToHelp = 3;
const shownQuotes = 3;

/** @throws Fault `people-forbidden`, `person-unknown` also where they are not theirs to see */
export async function readPerson(work: Work, id: string): Promise<OnePerson> {
  const { actor, now } = work;
  assertMayReadPerson(actor, id);
  const today = now.slice(0, 10);
  const { sites, people } = await readSitesAndPeople(work);
  const person = people.find((one) => one.id === id);
  if (!person) throw new Fault('person-unknown', 'missing', 'There is no person of this id on record.');
  const siteNames = new Map(sites.map((one) => [one.id, one.name]));
  const posts = (await readSourcedPosts(work)).map((one) => one.row);
  const own = posts.filter((post) => post.person === id);
  const certificates = await readCertificates(work);
  const observations = (await readObservations(work)).filter((one) => one.person === id);
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const names = await personNames(work, [
    ...own.map((post) => post.supervisor ?? null),
    ...observations.map((one) => one.by),
  ]);
  const post = ({ role, site, from, to, supervisor }: Post) => ({
    key: [id, site, from].join('~'),
    role,
    site: { id: site, name: siteNames.get(site) ?? site },
    from,
    ...(to === undefined ? {} : { to }),
    ...(supervisor === undefined ? {} : { supervisor: names.get(supervisor) ?? null }),
  });
  const help = ({ id: key, act, by, on, standards, cycle }: Observation) => ({
    key,
    act,
    on,
    standards: standards.map((one) => titles.get(one) ?? one),
    by: names.get(by) ?? null,
    ...(cycle === undefined ? {} : { cycle }),
  });
  const due = dueTo(
    observations,
    await readApprovals(work),
    id,
    now,
    own.some((one) => inForce(one, today)),
  );
  return {
    id,
    name: person.name,
    today,
    own: actor.person === id,
    posts: own.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map(post),
    certificates: certificatesOf(certificates, id, today),
    duties: dutiesOf(await readDuties(work), posts, certificates, id, today),
    observations: observations.toReversed().slice(0, shownObservations).map(help),
    due: { ...due, waiting: [...due.waiting] },
    tried: maySeeKind(actor, 'attempts')
      ? (await readAttempts(work))
          .filter((one) => one.person === id)
          .map(({ id: key, tried, on, result }) => ({ key, tried, on, ...(result === undefined ? {} : { result }) }))
      : null,
    marks: maySeeMarksOf(actor, id) ? await marksOf(work, id) : null,
  };
}

async function marksOf(work: Work, person: string): Promise<NonNullable<OnePerson['marks']>> {
  const since = addDays(work.now.slice(0, 10), -rememberedDays);
  const standards = (await standardsInUse(work)).filter((one) => one.kind === 'standard');
  const known = new Map(standards.map((one) => [one.id, one]));
  const versions = standards.map((one) => one.version);
  const counted = await countMarksOf(work, person, versions, `${since}T00:00:00.000Z`);
  const tell = (one: Kept) => ({ ...one, title: titleOf(known.get(one.standard)!) });
  const weights = new Map(standards.map((one) => [one.id, one.weight]));
  const well = doneWell(counted).slice(0, shownWell);
  const help = toHelpWith(counted, weights, shownToHelp);
  const quotes = async (of: readonly Kept[], verdict: 'met' | 'failed') => {
    const each = await newestMarksOf(work, person, {
      standards: of.map((one) => one.standard),
      verdict,
      since: `${since}T00:00:00.000Z`,
      each: 1,
    });
    const told = await tellFailures(work, each.slice(0, shownQuotes * 2));
    return told.filter((one) => one.quote !== null).slice(0, shownQuotes);
  };
  return {
    since,
    well: well.map(tell),
    help: help.map((one) => {
      const { instead, says } = known.get(one.standard)!;
      return { ...tell(one), says, ...(instead === undefined ? {} : { instead }) };
    }),
    metWords: (await quotes(well, 'met')).map((one) => ({ ...one, leading: [...one.leading] })),
    missedWords: (await quotes(help, 'failed')).map((one) => ({ ...one, leading: [...one.leading] })),
  };
}
