// The Monday page by mail: who wants it, writing one letter to one owner, and letters of profit-killers. Letter and the row that says
// so are one transaction.
import { memberOf } from '../../auth/members/acting-member.use.ts';
import { type Owner, readOwners } from '../../auth/members/owners.use.ts';
import { countContacts } from '../../contacts/contacts.use.ts';
import { readMoney } from '../../diagnosis/money/money.use.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Day, Moment } from '../../kernel/moment.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { mayGetMonday } from './monday.access.ts';
import { mondayLetter } from './monday-letter.core.ts';
import * as store from './monday.store.ts';
import { profitKillerLetter, profitKillers } from './profit-killer.core.ts';
import { readMonday } from './read-monday.use.ts';
import { isAfterSending, mondayAt, zoneOf } from './week.core.ts';

export interface MondayChoice {
  readonly isOn: boolean;
  /** Where it goes; null where the owner has no address: then it is read on the screen. */
  readonly email: string | null;
  /** The Monday of the last letter; null for none. */
  readonly last: Day | null;
}

/** What whoever asks has chosen; null for one who doesn't get it by mail. @param work of whoever asks */
export async function readChoice(work: Work): Promise<MondayChoice | null> {
  if (!mayGetMonday(work.actor)) return null;
  const owner = (await readOwners(work)).find((one) => one.id === work.actor.id);
  if (!owner) return null;
  return {
    isOn: (await store.choicesOf(work)).get(owner.id) ?? true,
    email: owner.email,
    last: await store.lastMondayOf(work, owner.id),
  };
}

/** @throws Fault `monday-not-owner`, `member-missing` */
export async function keepChoice(work: Work, isOn: boolean): Promise<MondayChoice> {
  const member = await owningMember(work);
  await store.writeChoice(work, member.id, isOn);
  await append(work, { kind: 'monday.chosen', subjects: [member.id] });
  return { isOn, email: member.email, last: await store.lastMondayOf(work, member.id) };
}

/** Writes the last Monday's page to whoever asks, beside those that come by themselves. @throws Fault `monday-not-owner`, `member-missing` */
export async function sendMeOne(work: Work, address: string | null): Promise<{ to: string | null }> {
  const member = await owningMember(work);
  const { page } = await readMonday(work);
  await postMail(work, { to: member.email ?? '', ...mondayLetter(page, address) });
  return { to: member.email };
}

async function owningMember(work: Work): Promise<Awaited<ReturnType<typeof memberOf>>> {
  if (mayGetMonday(work.actor)) return memberOf(work);
  throw new Fault(
    'monday-not-owner',
    'forbidden',
    'The Monday page goes to owners by mail. Open it on screen instead.',
  );
}

/** The Monday whose letters are due, and to whom they go; empty before seven, and while nothing was ever brought in. */
export async function dueMonday(work: Work): Promise<{ readonly monday: Day; readonly owners: readonly Owner[] }> {
  const zone = zoneOf((await readSitesAndPeople(work)).sites);
  const { monday, isDue } = mondayAt(work.now, zone);
  if (!isDue) return { monday, owners: [] };
  const owners = await wanting(work, (one) => !isAfterSending(one.madeAt, monday, zone));
  // Counting goes over every contact: only where somebody waits for it.
  return { monday, owners: owners.length > 0 && (await countContacts(work)).contacts > 0 ? owners : [] };
}

/** Writes the letter of a Monday to one owner, once: false where it was written already. @param work of the program itself */
export async function writeLetter(work: Work, owner: Owner, monday: Day, address: string | null): Promise<boolean> {
  if (await store.hasMondayLetter(work, owner.id, monday)) return false;
  const { page } = await readMonday(work, monday);
  const mail = await postMail(work, { to: owner.email ?? '', ...mondayLetter(page, address), once: true });
  // Another process may have written it meanwhile: then nothing of this one stays.
  if (!(await store.writeMondayLetter(work, owner.id, monday, mail))) throw new AlreadyWritten();
  await append(work, { kind: 'monday.written', subjects: [monday, owner.id] });
  return true;
}

/** When what failing costs was counted last; null where it never was. */
export async function whenMoneyWasCounted(work: Work): Promise<Moment | null> {
  return (await readMoney(work))?.madeAt ?? null;
}

/** Undoes the transaction in which it is thrown: somebody else has done the same. */
export class AlreadyWritten extends Error {}

/**
 * Tells every owner of the profit-killers that were never told before, in one letter each. Returns how many there are.
 * @param work of the program itself
 */
export async function tellProfitKillers(work: Work, address: string | null): Promise<number> {
  const owners = await wanting(work);
  const kept = await readMoney(work);
  // Where nobody is there to be told, it waits for somebody.
  const found = owners.length === 0 ? [] : profitKillers(kept?.report ?? null);
  const fresh: typeof found = [];
  for (const one of found) if (await store.writeTold(work, one.id)) fresh.push(one);
  if (fresh.length === 0 || kept?.report.kind !== 'outcomes') return 0;
  const name = (await readOrganisation(work))?.name ?? 'Your organisation';
  const letter = profitKillerLetter(name, fresh, kept.report.assumptions[0] ?? '', address);
  for (const owner of owners) await postMail(work, { to: owner.email ?? '', ...letter, once: true });
  await append(work, { kind: 'profit-killer.told', subjects: fresh.map((one) => one.id) });
  return fresh.length;
}

async function wanting(work: Work, among: (owner: Owner) => boolean = () => true): Promise<Owner[]> {
  const choices = await store.choicesOf(work);
  return (await readOwners(work)).filter((one) => (choices.get(one.id) ?? true) && among(one));
}
