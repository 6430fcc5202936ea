// Are marks right on contacts that weren't written for them? Serious acts where they happen, and only there; ordinary standards as
// readers see them. Hearing an act is worth nothing where others are accused of it, and the other way round.
import { toldOf } from './verdicts.ts';
import { figure, rate, share, type BenchResult, type Measure } from './bench.ts';
import { writtenBlind, type Half, type WrittenBlind } from './written-blind/contacts.ts';
import { standardsMeasures } from './written-blind/standards-measures.ts';
import { actsNotWrong } from './written-blind/judged-standards.ts';
import { contactName, judgments } from './written-blind/judged-acts.ts';
import { dataFolder, labelledContacts } from './labelled-contacts.ts';
import { encounterOf, shippedPacks } from './speed/own-engine.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';

export const name = 'written-blind';

const setsJudged = ['vcon', 'insurance', 'star'];

/** Goals of our own: acts marked wrongly in a hundred courteous contacts, acts heard where they happen, ordinary marks that are right. */
const halves: Record<
  Half,
  { readonly what: string; readonly wrong: string; readonly heard: string; readonly right: string }
> = {
  unseen: { what: 'unseen', wrong: '<= 5', heard: '>= 0.8', right: '>= 0.8' },
  seen: { what: 'seen by those who mended cues', wrong: '', heard: '', right: '' },
};

/** @returns acts marked on courteous contacts and heard where they happen; of ordinary marks, and of acts on public contacts, how many are right */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const packs = await shippedPacks();
  const serious = new Set(
    packs.standards.filter(({ standard }) => standard.kind === 'atrocity').map(({ standard }) => standard.id),
  );
  const folder = dataFolder();
  return {
    measures: [
      ...blind(packs, serious, 'unseen', quick),
      ...blind(packs, serious, 'seen', quick),
      ...(folder ? judged(packs, folder, serious, quick) : []),
    ],
    left_out: folder ? [] : ['Marks on public contacts: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'],
  };
}

function blind(packs: CompiledPacks, serious: ReadonlySet<string>, half: Half, quick: boolean): Measure[] {
  const courteous = marked(packs, writtenBlind('courteous', half), serious);
  const badly = marked(packs, writtenBlind('badly', half), serious);
  const { what } = halves[half];
  const meant = badly.flatMap(({ acts }) => acts).length;
  return [
    figure(`courteous contacts, ${what}`, courteous.length, 'count', ''),
    alarms(`${what}: serious acts marked where they don’t happen`, courteous, halves[half].wrong, quick),
    share(
      `${what}: contacts with any`,
      courteous.filter(({ beside }) => beside.length > 0).length,
      courteous.length,
      '',
      quick,
    ),
    // Who serves well may still leave out a name or a goodbye.
    share(`${what}: standards told that are missed`, sum(courteous, 'missed'), sum(courteous, 'told'), '', quick),
    ...standardsMeasures(packs, serious, half, { what, goal: halves[half].right, quick }),
    share(
      `contacts served badly, ${what}: acts heard`,
      badly.flatMap(({ heard }) => heard).length,
      meant,
      halves[half].heard,
      quick,
    ),
    share(`contacts served badly, ${what}: acts unsure`, sum(badly, 'unsure'), meant, '', quick),
    alarms(`contacts served badly, ${what}: acts beside those meant`, badly, '', quick),
    ...(half === 'unseen' ? listed(courteous) : []),
  ];
}

/** What is told of one contact. */
interface Marked {
  /** Acts that happen in it, those of them marked, and how many of them are unsure. */
  readonly acts: readonly string[];
  readonly heard: readonly string[];
  readonly unsure: number;
  /** Acts marked that were not meant to happen, but for those of which a reader says that they do or may. */
  readonly beside: readonly string[];
  /** Other standards missed, and told of at all. */
  readonly missed: number;
  readonly told: number;
}

function marked(packs: CompiledPacks, contacts: readonly WrittenBlind[], serious: ReadonlySet<string>): Marked[] {
  const notWrong = actsNotWrong();
  return contacts.map(({ id, encounter, acts }) => {
    const marks = toldOf(packs, encounter);
    const failed = [...marks.values()].filter(({ verdict }) => verdict === 'failed').map(({ standard }) => standard);
    const done = failed.filter((standard) => serious.has(standard));
    const told = [...marks.values()].filter(({ standard, verdict }) => !serious.has(standard) && verdict !== 'unsure');
    return {
      acts,
      heard: acts.filter((act) => done.includes(act)),
      unsure: acts.filter((act) => marks.get(act)?.verdict === 'unsure').length,
      beside: done.filter((act) => !acts.includes(act) && !notWrong.has(`${id} ${act}`)),
      missed: failed.length - done.length,
      told: told.length,
    };
  });
}

function sum(contacts: readonly Marked[], of: 'missed' | 'told' | 'unsure'): number {
  return contacts.reduce((all, one) => all + one[of], 0);
}

function alarms(what: string, contacts: readonly Marked[], goal: string, quick: boolean): Measure {
  const events = contacts.flatMap(({ beside }) => beside).length;
  return rate(what, events, contacts.length, 100, { unit: 'per 100 contacts', goal, quick });
}

function listed(contacts: readonly Marked[]): Measure[] {
  return [
    ...Map.groupBy(
      contacts.flatMap(({ beside }) => beside),
      (one) => one,
    ),
  ]
    .toSorted(([one, own], [other, others]) => others.length - own.length || (one < other ? -1 : 1))
    .map(([standard, own]) => figure(`unseen: ${standard}`, own.length, `of ${contacts.length} contacts`, ''));
}

function judged(packs: CompiledPacks, folder: string, serious: ReadonlySet<string>, quick: boolean): Measure[] {
  const known = judgments();
  const counts = { yes: 0, no: 0, open: 0, unread: 0 };
  const still = new Set<string>();
  const contacts = labelledContacts(folder).filter(({ set }) => setsJudged.includes(set));
  for (const contact of contacts) {
    const name = contactName(contact);
    for (const { standard, verdict } of toldOf(packs, encounterOf(contact)).values()) {
      if (!serious.has(standard) || verdict !== 'failed') continue;
      counts[known.get(`${name} ${standard}`) ?? 'unread']++;
      still.add(`${name} ${standard}`);
    }
  }
  const right = [...known].filter(([, happened]) => happened === 'yes');
  const { yes, no, open, unread } = counts;
  return [
    share('public contacts: serious acts marked that are right, of those judged', yes, yes + no, '>= 0.8', quick),
    share(
      'public contacts: acts judged right that are marked',
      right.filter(([key]) => still.has(key)).length,
      right.length,
      '',
      quick,
    ),
    figure('public contacts: marked, and readers could differ', open, 'count', ''),
    figure('public contacts: marked, and judged by nobody', unread, `of ${contacts.length} contacts`, ''),
  ];
}
