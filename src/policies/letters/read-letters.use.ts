// Letters read: they are public inside the organisation, so that everybody who signs in reads the same of them. What they cite is
// read elsewhere, by those who may see it.
import { heldTo, type Actor } from '../../kernel/actor.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import { readVersions } from '../../documents/documents.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { nextAnswerer, type Answerer } from './answerers.core.ts';
import { answerersFor, readDesk, type LetterDesk } from './letter-desk.use.ts';
import { noSuchLetter } from './letter-acts.use.ts';
import { isFlag, letterState, openLetterStates, type LetterState } from './letter.core.ts';
import * as store from './letter.store.ts';
import type { KeptLetter } from './letter.store.ts';
import { isCounsel, mayAnswer, waitsFor } from './letters.access.ts';
import { inOrder, toldLetter, toldWhole, type LetterToTell, type LetterVerb, type ToldTo } from './told-letter.core.ts';

export interface LettersAsked {
  readonly state?: 'open' | 'answered' | undefined;
  /** Only those that wait for the reader, that they wrote, or that they joined. */
  readonly which?: 'for-me' | 'mine' | 'joined' | undefined;
}

/** @param work of the program itself @param reader who reads */
export async function listLetters(work: Work, reader: Actor, asked: LettersAsked = {}) {
  const desk = await readDesk(work);
  const kept = await store.lettersOut(work);
  const names = await namesOf(work, desk, kept);
  const all = (await toTell(work, kept)).map((one) => toldLetter(one, toOf(desk, names, reader, one.state)));
  const wanted = all.filter(
    (one) =>
      (asked.state === undefined || openLetterStates.includes(one.state) === (asked.state === 'open')) &&
      (asked.which === undefined ||
        (asked.which === 'for-me' ? one.waitsForYou : asked.which === 'mine' ? one.mine : one.joined)),
  );
  return {
    letters: inOrder(wanted),
    all: all.length,
    open: all.filter((one) => openLetterStates.includes(one.state)).length,
    overdue: all.filter((one) => one.overdue).length,
    forYou: all.filter((one) => one.waitsForYou).length,
    rule: desk.rule,
  };
}

/** @param work of the program itself @throws Fault `letter-missing` */
export async function readLetter(work: Work, reader: Actor, id: string) {
  const kept = await store.letterOut(work, id);
  const [whole] = kept ? await toTell(work, [kept]) : [];
  if (!kept || !whole) throw noSuchLetter();
  const desk = await readDesk(work);
  const chain = await answerersFor(work, desk, kept.letter);
  const above = nextAnswerer(chain, whole.state.level) !== null;
  const names = await namesOf(work, desk, [kept], whole.supporters);
  return {
    ...toldWhole(whole, toOf(desk, names, reader, whole.state), verbsOf(reader, kept, whole, above)),
    above,
    cites: ((await store.citationsOf(work, [id])).get(id) ?? []).map((one) => ({ ...one })),
  };
}

/** Who is asked about it, one after another. @param work of the program itself @throws Fault `letter-missing` */
export async function answerersOfLetter(work: Work, desk: LetterDesk, id: string): Promise<Answerer[]> {
  const kept = await store.letterOut(work, id);
  if (!kept) throw noSuchLetter();
  return answerersFor(work, desk, kept.letter);
}

/** What a shielded writer reads of their own letter, what is not told yet as well. @param work of the program itself */
export async function toldToWriter(work: Work, kept: KeptLetter) {
  const desk = await readDesk(work);
  const chain = await answerersFor(work, desk, kept.letter);
  const state = letterState(kept.events);
  const to = { reader: '', today: desk.today, rule: desk.rule, names: await namesOf(work, desk, [kept]), waits: false };
  const firstName = chain[0]?.owner;
  const comesTo = firstName ? (to.names.get(firstName) ?? 'the owner') : 'the owner';
  const { wrong, why, solution, sentOn, number } = kept.letter;
  const own = { wrong, why, solution, sentOn, number, flag: isFlag(kept.letter), comesTo };
  if (state === null) return { ...own, told: null, appealable: false };
  const [whole] = await toTell(work, [{ ...kept, events: kept.events.map((one) => ({ ...one, told: true })) }]);
  return {
    ...own,
    told: toldWhole(whole!, to, []),
    appealable: state.name === 'refused' && nextAnswerer(chain, state.level) !== null,
  };
}

async function toTell(work: Work, kept: readonly KeptLetter[]): Promise<LetterToTell[]> {
  const supporters = await store.supportersOf(
    work,
    kept.map((one) => one.letter.id),
  );
  const sites = await siteNames(
    work,
    kept.map((one) => one.letter.site),
  );
  const titles = await documentTitles(work, kept);
  return kept.flatMap(({ letter, events }) => {
    const state = letterState(events.filter((one) => one.told));
    return state === null
      ? []
      : {
          letter,
          state,
          events,
          supporters: supporters.get(letter.id) ?? [],
          documentTitle: letter.about && (titles.get(`${letter.about.kind}/${letter.about.document}`) ?? null),
          siteName: letter.site === null ? null : (sites.get(letter.site) ?? null),
        };
  });
}

/** Of the last version of each document, by kind and id. */
async function documentTitles(work: Work, kept: readonly KeptLetter[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const kind of ['policy', 'procedure'] as const)
    if (kept.some(({ letter }) => letter.about?.kind === kind))
      for (const { row } of await readVersions(work, kind)) titles.set(`${kind}/${row.id}`, row.title);
  return titles;
}

function toOf({ today, rule }: LetterDesk, names: ToldTo['names'], reader: Actor, state: LetterState): ToldTo {
  return { reader: reader.id, today, rule, names, waits: waitsFor(reader, state) };
}

/** Of members; and of people of the record, by whom letters go that were written before they came here. */
async function namesOf(
  work: Work,
  { members }: LetterDesk,
  kept: readonly KeptLetter[],
  supporters: readonly string[] = [],
): Promise<Map<string, string>> {
  const names = new Map(members.map((one) => [one.id, one.name]));
  const told = kept.flatMap(({ letter, events }) => [letter.writer, ...events.map((one) => one.by)]);
  const others = [...told, ...supporters].filter((id) => id !== null && !names.has(id));
  return new Map([...(await personNames(work, others)), ...names]);
}

function verbsOf(
  reader: Actor,
  { letter }: KeptLetter,
  { state, supporters }: LetterToTell,
  above: boolean,
): LetterVerb[] {
  if (reader.readsOnly === true) return [];
  const mine = letter.writer !== null && letter.writer === reader.id;
  const open = openLetterStates.includes(state.name);
  const may: Readonly<Record<LetterVerb, boolean>> = {
    answer: state.name === 'open' && mayAnswer(reader, state),
    look: state.name === 'counsel' && isCounsel(reader),
    sign: state.name === 'sign-off' && reader.roles.includes('owner') && heldTo(reader) === null,
    appeal: mine && state.name === 'refused' && above,
    say: mine || mayAnswer(reader, state) || isCounsel(reader),
    grow: mine && open && isFlag(letter),
    join: !mine && !supporters.includes(reader.id),
    leave: supporters.includes(reader.id),
  };
  return (Object.keys(may) as LetterVerb[]).filter((verb) => may[verb]);
}
