// Disputes read: by whoever disputes, by those who may answer or did, and by owners. None of it says whose a dispute is.
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { findContacts, findPlaces } from '../../contacts/contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Moment } from '../../kernel/moment.ts';
import { markedContacts } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { hiddenFrom } from '../people-say.use.ts';
import { noSuchDispute } from './dispute-acts.use.ts';
import { readDesk } from './dispute-desk.use.ts';
import { disputeState, effectOf, type Dispute } from './dispute.core.ts';
import * as store from './dispute.store.ts';
import type { KeptDispute } from './dispute.store.ts';
import { isOwn, mayRead, ownsAll } from './disputes.access.ts';
import { inOrder, stateSays, toldDispute, toldWhole, type DisputeToTell } from './told-dispute.core.ts';

export interface DisputesAsked {
  readonly show?: 'open' | 'answered' | 'mine' | 'all' | undefined;
  /** Contacts that the reader has in hand for a review: what a mark says of them is kept from them until they have said it. */
  readonly inHand: ReadonlySet<string>;
}

/** @param work of the program itself @param reader who reads */
export async function listDisputes(work: Work, reader: Actor, { show = 'all', inHand }: DisputesAsked) {
  const desk = await readDesk(work);
  const names = namesOf(desk.members);
  const all = await toTell(
    work,
    await store.disputes(work),
    (one) => !inHand.has(one.dispute.contact) && mayRead(reader, one.dispute, one.state),
  );
  const told = all.map((one) =>
    toldDispute(one, { reader, own: isOwn(reader, one.dispute), today: desk.today, rule: desk.rule, names }),
  );
  return {
    disputes: inOrder(
      told.filter(
        (one) => show === 'all' || (show === 'mine' ? one.mine : (one.state === 'open') === (show === 'open')),
      ),
    ),
    all: told.length,
    open: told.filter((one) => one.state === 'open').length,
    late: told.filter((one) => one.late).length,
    forYou: told.filter((one) => one.waitsForYou).length,
    rule: { days: desk.rule.days, daysOff: [...desk.rule.daysOff] },
    setsRule: ownsAll(reader) && reader.readsOnly !== true,
    serves: reader.person !== undefined,
  };
}

/**
 * @param work of the program itself @param until how it stood then; now where left out
 * @throws Fault `dispute-missing` also where it is not theirs to read, or was not there yet
 */
export async function readDispute(
  work: Work,
  reader: Actor,
  id: string,
  { until, inHand }: { readonly until?: Moment | undefined; readonly inHand: ReadonlySet<string> },
) {
  const found = await store.disputeById(work, id);
  const now = found && disputeState(found.events);
  if (!found || !now || inHand.has(found.dispute.contact) || !mayRead(reader, found.dispute, now))
    throw noSuchDispute();
  const events = found.events.filter((one) => until === undefined || one.at <= until);
  const [one] = await toTell(work, [{ ...found, events }], () => true);
  if (!one) throw noSuchDispute();
  const desk = await readDesk(work);
  const own = isOwn(reader, one.dispute);
  const whole = toldWhole(one, { reader, own, today: desk.today, rule: desk.rule, names: namesOf(desk.members) });
  const { instruction } = one.dispute;
  const saidBy = instruction?.saidBy;
  const saidByName = saidBy === undefined ? undefined : (await personNames(work, [saidBy])).get(saidBy);
  return {
    ...whole,
    // What was asked of the past is only read.
    can: until === undefined ? whole.can : [],
    instruction: instruction && { ...instruction, ...(saidByName === undefined ? {} : { saidByName }) },
    ...(await standardOf(work, one.dispute)),
  };
}

/** The contact as far as whoever reads may see it. @param work of the reader */
export async function transcriptOf(work: Work, { contact, mark }: { readonly contact: string; readonly mark: string }) {
  const [marked] = await markedContacts(work, await findContacts(work, [contact]));
  if (!marked) return { turns: null, quotes: [], searched: null };
  const { turns } = marked.contact;
  const found = marked.marks.find((one) => one.id === mark);
  return {
    turns: turns.map(({ speaker, text }) => ({ speaker, text })),
    quotes: (found?.evidence ?? []).flatMap(({ turn, from, to }) => {
      const quote = turns[turn]?.text.slice(from, to);
      return quote === undefined ? [] : [{ turn, from, to, quote }];
    }),
    searched: found?.searched ?? null,
  };
}

/**
 * Of one contact: one's own however they stand; of others' only what was upheld, since it is said of the mark.
 * @param work of the reader, who sees the contact or nothing of it
 * @throws Fault `contact-missing` also where it is not theirs to see
 */
export async function disputesOfContact(work: Work, contact: string) {
  if ((await findPlaces(work, [contact])).length === 0)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  if ((await hiddenFrom(work)).has(contact)) return [];
  const kept = await store.disputesOfContacts(work, [contact]);
  return kept.flatMap(({ dispute, events }) => {
    const state = disputeState(events);
    if (!state) return [];
    const mine = isOwn(work.actor, dispute);
    const effect = effectOf(dispute.ground, state.holds?.answer ?? null);
    if (!mine && effect === 'none') return [];
    const { id, mark, standard } = dispute;
    // A second round that is asked for is nobody's but theirs: the first answer is told as it holds.
    const shown = mine || state.name !== 'open' ? state : { ...state, name: 'answered' as const };
    return {
      id,
      mark,
      standard,
      mine,
      state: shown.name,
      stateSays: stateSays(dispute, shown),
      effect,
      answer: state.holds?.answer ?? null,
      reason: state.holds?.says ?? null,
      on: state.holds?.at.slice(0, 10) ?? null,
    };
  });
}

async function toTell(
  work: Work,
  kept: readonly KeptDispute[],
  those: (one: Pick<DisputeToTell, 'dispute' | 'state'>) => boolean,
): Promise<DisputeToTell[]> {
  const stood = kept.flatMap(({ dispute, events }) => {
    const state = disputeState(events);
    return state && those({ dispute, state }) ? [{ dispute, events, state }] : [];
  });
  if (stood.length === 0) return [];
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const contacts = [...new Set(stood.map((one) => one.dispute.contact))];
  const places = new Map((await findPlaces(work, contacts)).map((one) => [one.id, one]));
  const sites = await siteNames(
    work,
    stood.map((one) => one.dispute.site),
  );
  return stood.map((one) => {
    const place = places.get(one.dispute.contact);
    return {
      ...one,
      title: titles.get(one.dispute.standard) ?? one.dispute.standard,
      siteName: one.dispute.site === null ? null : (sites.get(one.dispute.site) ?? null),
      day: (place?.startedLocal ?? place?.startedAt)?.slice(0, 10) ?? null,
      channel: place?.channel ?? null,
    };
  });
}

async function standardOf(work: Work, { standard }: Dispute) {
  const found = (await standardsInUse(work)).find((one) => one.id === standard);
  return { standardSays: found?.says ?? standard, instead: found?.instead ?? null };
}

const namesOf = (members: readonly GrantedMember[]): Map<string, string> =>
  new Map(members.map((one) => [one.id, one.name]));
