// Begins a calibration: the same contacts put before each of some people, to be marked blind by a day.
import { randomUUID } from 'node:crypto';
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { findPlaces } from '../../contacts/contacts.use.ts';
import type { ContactPlace } from '../../contacts/contact.core.ts';
import { Fault, type FaultDetail } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { makeTasks } from '../tasks-of-source.use.ts';
import { assertMayRunCalibrations, mayReviewAt } from './calibration.access.ts';
import { writeCalibration } from './calibration.store.ts';

export interface CalibrationSaid {
  readonly name: string;
  readonly standards: readonly string[];
  readonly contacts: readonly string[];
  readonly members: readonly string[];
  /** The last day to mark. */
  readonly due: Day;
}

/** @throws Fault `calibration-forbidden`, `calibration-malformed` */
export async function beginCalibration(work: Work, said: CalibrationSaid): Promise<string> {
  assertMayRunCalibrations(work.actor);
  const { orgId } = work.actor;
  const once = (values: readonly string[]): string[] => [...new Set(values)];
  const inUse = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const places = new Map((await findPlaces(work, once(said.contacts))).map((one) => [one.id, one]));
  const known = new Map((await readEveryMember(work)).map((one) => [one.id, one]));
  const members = once(said.members);
  const contacts = once(said.contacts);
  const errors: FaultDetail[] = [
    ...(said.due < work.now.slice(0, 10)
      ? [{ pointer: '/due', detail: 'The last day to mark is over. Give today or a later one.' }]
      : []),
    ...once(said.standards)
      .filter((id) => !inUse.has(id))
      .map((id) => ({ pointer: '/standards', detail: `No standard in use goes by ${id.slice(0, 60)}.` })),
    ...contacts
      .filter((id) => !places.has(id))
      .map((id) => ({ pointer: '/contacts', detail: `There is no contact ${id.slice(0, 60)} here.` })),
    ...members.flatMap((id) => amiss(id, known.get(id), [...places.values()])),
  ];
  if (errors.length > 0)
    throw new Fault('calibration-malformed', 'malformed', 'Something in this calibration can’t be done so.', errors);
  const id = `cal${randomUUID()}`;
  const standards = once(said.standards).map((standard) => ({ standard, version: inUse.get(standard)!.version }));
  await writeCalibration(
    work,
    {
      orgId,
      id,
      name: said.name.trim(),
      standards,
      due: said.due,
      madeAt: new Date(work.now),
      madeBy: work.actor.id,
      revealedAt: null,
      revealedBecause: null,
      closedAt: null,
      closedBy: null,
      droppedAt: null,
    },
    contacts.map((contact, position) => ({
      orgId,
      calibration: id,
      contact,
      version: places.get(contact)!.version,
      position,
    })),
    members.map((member, position) => ({ orgId, calibration: id, member, position })),
  );
  await makeTasks(work, {
    purpose: 'calibration',
    sourceId: id,
    due: said.due,
    tasks: contacts.flatMap((contactId) =>
      members.map((reviewer) => ({ contactId, standards: standards.map(({ standard }) => standard), reviewer })),
    ),
  });
  await append(work, { kind: 'calibration.begun', subjects: [id], digestOf: JSON.stringify({ ...said, standards }) });
  return id;
}

/** Why somebody can't take part: they don't review, don't see a contact, or served in it themself. */
function amiss(id: string, member: GrantedMember | undefined, contacts: readonly ContactPlace[]): FaultDetail[] {
  const pointer = '/members';
  if (!member || member.endedAt !== null)
    return [{ pointer, detail: `Nobody who signs in goes by ${id.slice(0, 60)}.` }];
  if (contacts.some((one) => !mayReviewAt(member.grants, one.siteId ?? null)))
    return [
      {
        pointer,
        detail: `${member.name} may not review every one of these contacts. Choose contacts of their sites, or leave them out.`,
      },
    ];
  if (member.person !== null && contacts.some((one) => one.personId === member.person))
    return [
      {
        pointer,
        detail: `${member.name} served in one of these contacts, and nobody marks their own. Leave out one or the other.`,
      },
    ];
  return [];
}

export interface CalibrationChoices {
  readonly standards: readonly { readonly id: string; readonly title: string }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** Standards in use, and who could take part. @throws Fault `calibration-forbidden` */
export async function calibrationChoices(work: Work): Promise<CalibrationChoices> {
  assertMayRunCalibrations(work.actor);
  const standards = (await standardsInUse(work)).map((one) => ({ id: one.id, title: titleOf(one) }));
  const members = (await readEveryMember(work))
    .filter((one) => one.endedAt === null && one.grants.some((grant) => mayReviewAt([{ ...grant, sites: null }], null)))
    .map(({ id, name }) => ({ id, name }));
  return { standards: standards.toSorted((a, b) => a.title.localeCompare(b.title)), members };
}
