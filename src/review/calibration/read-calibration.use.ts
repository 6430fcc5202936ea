// One calibration as whoever asks may see it: blind until it is revealed; then what each said beside each other, the machine, the talk,
// the key, and what became of each standard's wording.
import type { Actor } from '../../kernel/actor.ts';
import { findContacts } from '../../contacts/contacts.use.ts';
import type { Contact } from '../../contacts/contact.core.ts';
import { type MarksBeside, readMarksBeside } from '../../marking/marks-beside.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readVersions } from '../../marking/standard-versions.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { savedTexts } from '../../standards/saved-texts.use.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import type { ReviewMark } from '../review-mark.core.ts';
import { readMarksOfSource, readTasksOf } from '../tasks-of-source.use.ts';
import { assertMaySeeCalibrations, mayRunCalibrations, seesReviewers } from './calibration.access.ts';
import { changesSince, keyOf, letterOf, nearTheKey, openCells, sameVerdict, stateOf } from './calibration.core.ts';
import type { CalibrationOnWire } from './calibration.shape.ts';
import { type CalibrationWhole, readWhole } from './calibration.store.ts';
import { missing } from './turn-calibrations.use.ts';

/**
 * @param work of the program itself: whoever takes part is told of the others what follows here and no more
 * @param asker who asks
 * @throws Fault `calibration-forbidden`, `calibration-missing`
 */
export async function readCalibration(
  work: Work,
  asker: Actor,
  id: string,
  names: ReadonlyMap<string, string>,
): Promise<CalibrationOnWire> {
  assertMaySeeCalibrations(asker);
  const whole = await readWhole(work, id);
  const takesPart = whole?.members.some((one) => one.member === asker.id) ?? false;
  if (!whole || (!takesPart && !mayRunCalibrations(asker))) throw missing();
  const { row } = whole;
  const state = stateOf(row);
  const run = mayRunCalibrations(asker);
  const tasks = await readTasksOf(work, id);
  const through = whole.members.map(({ member }) => {
    const own = tasks.filter((one) => one.reviewer === member);
    return own.length > 0 && own.every((one) => one.state === 'done');
  });
  const shown = state === 'talking' || state === 'closed';
  const marks = shown ? await readMarksOfSource(work, id) : [];
  const said = marks.map((one) => ({ ...one, contact: one.contactId }));
  const key = keyOf(said, whole.keys);
  const near = new Map(nearTheKey(said, key).map((one) => [one.reviewer, one]));
  const who = whoIn(whole, asker, names);
  const contacts = new Map(
    (
      await findContacts(
        work,
        whole.contacts.map((one) => one.contact),
      )
    ).map((one) => [one.id, one]),
  );
  return {
    id,
    name: row.name,
    state,
    due: row.due,
    madeOn: dayOf(row.madeAt),
    revealedBecause: row.revealedBecause,
    standards: await Promise.all(
      row.standards.map(async ({ standard }) => standardTold(work, whole, standard, shown ? said : null)),
    ),
    people: whole.members.map(({ member }, at) => {
      const own = near.get(member);
      const yours = member === asker.id;
      return {
        ...who(member),
        in: run || yours ? through[at]! : null,
        near: shown && own && (seesReviewers(asker) || yours) ? { same: own.same, of: own.of } : null,
      };
    }),
    allIn: through.filter(Boolean).length,
    yours: tasks
      .filter((one) => one.reviewer === asker.id && one.state !== 'ended')
      .map((one) => ({ task: one.taskId, done: one.state === 'done' })),
    contacts: await contactsTold(work, whole, { contacts, marks, key, who, shown }),
    open: shown ? openCells(said, whole.keys).length : 0,
    can: { run, talk: state === 'talking' && (takesPart || run), names: seesReviewers(asker) },
  };
}

type Who = (member: string) => { readonly who: string; readonly you: boolean };

/** By name for those who answer for reviewers; else by letter, and whoever asks as themself. */
function whoIn({ members, row }: CalibrationWhole, asker: Actor, names: ReadonlyMap<string, string>): Who {
  const places = new Map(members.map((one) => [one.member, one.position]));
  return (member) => {
    const you = member === asker.id;
    const place = places.get(member);
    const letter = place === undefined ? (member === row.madeBy ? 'Who runs it' : 'Somebody else') : letterOf(place);
    return { who: (seesReviewers(asker) ? names.get(member) : undefined) ?? letter, you };
  };
}

async function standardTold(
  work: Work,
  { row, outcomes }: CalibrationWhole,
  id: string,
  said:
    | readonly {
        readonly contact: string;
        readonly standard: string;
        readonly reviewer: string;
        readonly verdict: Verdict;
      }[]
    | null,
): Promise<CalibrationOnWire['standards'][number]> {
  // A standard that is kept no more is told by what it last said.
  const stated = (await standardsInUse(work)).find((one) => one.id === id);
  const says = stated?.says ?? (await readVersions(work, id))[0]?.says ?? '';
  const outcome = outcomes.find((one) => one.standard === id);
  const cells = [...Map.groupBy(said?.filter((one) => one.standard === id) ?? [], (one) => one.contact).values()];
  return {
    id,
    title: stated ? titleOf(stated) : id,
    says,
    kind: stated?.kind ?? 'standard',
    same: said ? { times: cells.filter((own) => sameVerdict(own) !== null).length, of: cells.length } : null,
    outcome: outcome ? { decision: outcome.decision, note: outcome.note, on: dayOf(outcome.at) } : null,
    changed: changesSince(await savedTexts(work, id), row.madeAt.toISOString()).map(({ savedAt, note }) => ({
      on: savedAt.slice(0, 10),
      note,
    })),
  };
}

interface Telling {
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly marks: readonly ReviewMark[];
  readonly key: ReadonlyMap<string, Verdict>;
  readonly who: Who;
  readonly shown: boolean;
}

async function contactsTold(
  work: Work,
  whole: CalibrationWhole,
  { contacts, marks, key, who, shown }: Telling,
): Promise<CalibrationOnWire['contacts']> {
  const beside = shown ? await readMarksBeside(work, contacts.keys()) : null;
  return whole.contacts.flatMap(({ contact }) => {
    const found = contacts.get(contact);
    if (!found) return [];
    const turns = shown ? found.turns.map(({ speaker, text }) => ({ speaker, text })) : [];
    const cells = beside
      ? whole.row.standards.map(({ standard }) => ({
          standard,
          ...cellTold(whole, { contact, standard }, { found, marks, beside, who }),
          key: keyTold(whole, contact, standard, key),
        }))
      : [];
    return [{ contact, channel: found.channel, turns, cells }];
  });
}

function cellTold(
  whole: CalibrationWhole,
  { contact, standard }: { readonly contact: string; readonly standard: string },
  { found, marks, beside, who }: { found: Contact; marks: readonly ReviewMark[]; beside: MarksBeside; who: Who },
): Omit<CalibrationOnWire['contacts'][number]['cells'][number], 'standard' | 'key'> {
  const own = marks.filter((one) => one.contactId === contact && one.standard === standard);
  const order = new Map(whole.members.map((one) => [one.member, one.position]));
  const [machine] = beside.said.get(`${contact} ${standard}`) ?? [];
  return {
    said: own
      .toSorted((a, b) => (order.get(a.reviewer) ?? 99) - (order.get(b.reviewer) ?? 99))
      .map(({ reviewer, verdict, evidence, comment }) => {
        const quote = quoteOf(found, evidence);
        return { ...who(reviewer), verdict, ...(quote ? { quote } : {}), ...(comment ? { comment } : {}) };
      }),
    machine: machine ? machine.verdict : beside.places.has(contact) ? 'not-applicable' : null,
    same: sameVerdict(own.map((one) => ({ ...one, contact }))) !== null,
    comments: whole.comments
      .filter((one) => one.contact === contact && one.standard === standard)
      .map(({ member, at, says }) => ({ ...who(member), at: at.toISOString(), says })),
  };
}

function keyTold(
  whole: CalibrationWhole,
  contact: string,
  standard: string,
  key: ReadonlyMap<string, Verdict>,
): { verdict: Verdict; because?: string } | null {
  const written = whole.keys.find((one) => one.contact === contact && one.standard === standard);
  if (written) return { verdict: written.verdict, because: written.because };
  const verdict = key.get(`${contact}\n${standard}`);
  return verdict === undefined ? null : { verdict };
}

/** The words that a mark points at; what points nowhere is left out. */
function quoteOf({ turns }: Contact, evidence: ReviewMark['evidence']): string {
  return evidence
    .slice(0, 3)
    .map(({ turn, from, to }) => turns[turn]?.text.slice(from, to) ?? '')
    .filter((words) => words !== '')
    .join(' … ');
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
