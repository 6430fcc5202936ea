// Is anybody accused who served well? Serious acts marked in contacts that were written as good ones, and in public contacts
// whose marks people judged. Recall, which `examples` and `truth` measure, is worth nothing where this is poor.
import { toldOf } from './verdicts.ts';
import { figure, rate, share, type BenchResult, type Measure } from './bench.ts';
import { courteous, type Courteous } from './courteous/courteous.ts';
import { contactName, judgments } from './courteous/judged.ts';
import { dataFolder, labelledContacts } from './labelled-contacts.ts';
import { encounterOf, shippedPacks } from './speed/own-engine.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';

export const name = 'false-alarms';

const setsJudged = ['vcon', 'insurance', 'star'];

/** @returns serious acts and missed standards on courteous contacts; of judged marks on public ones how many are right */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const packs = await shippedPacks();
  const serious = new Set(
    packs.standards.filter(({ standard }) => standard.kind === 'atrocity').map(({ standard }) => standard.id),
  );
  const [unseen, seen] = [courteous('unseen'), courteous('seen')].map((contacts) => marked(packs, contacts, serious));
  const folder = dataFolder();
  return {
    measures: [
      ...told('unseen', unseen!, { goal: '<= 5', quick }),
      ...told('seen by those who mended cues', seen!, { goal: '', quick }),
      ...listed(unseen!),
      ...(folder ? judged(packs, folder, serious, quick) : []),
    ],
    left_out: folder ? [] : ['Marks on public contacts: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'],
  };
}

interface Marked {
  readonly contacts: number;
  /** Serious acts said to have happened, an entry each. */
  readonly acts: readonly string[];
  /** Contacts with any. */
  readonly accused: number;
  /** Standards said to be missed, and those told of at all. */
  readonly missed: number;
  readonly standards: number;
}

function marked(packs: CompiledPacks, contacts: readonly Courteous[], serious: ReadonlySet<string>): Marked {
  const all = contacts.map(({ encounter }) => [...toldOf(packs, encounter).values()]);
  const marks = all.flat();
  const acts = marks.filter((one) => serious.has(one.standard));
  const others = marks.filter((one) => !serious.has(one.standard) && one.verdict !== 'unsure');
  return {
    contacts: contacts.length,
    acts: acts.filter((one) => one.verdict === 'failed').map((one) => one.standard),
    accused: all.filter((own) => own.some((one) => serious.has(one.standard) && one.verdict === 'failed')).length,
    missed: others.filter((one) => one.verdict === 'failed').length,
    standards: others.length,
  };
}

function told(
  which: string,
  { contacts, acts, accused, missed, standards }: Marked,
  { goal, quick }: { readonly goal: string; readonly quick: boolean },
): Measure[] {
  return [
    figure(`courteous contacts, ${which}`, contacts, 'count', ''),
    rate(`${which}: serious acts marked`, acts.length, contacts, 100, { unit: 'per 100 contacts', goal, quick }),
    share(`${which}: contacts with any`, accused, contacts, '', quick),
    // Who serves well may still leave out a name or a goodbye.
    share(`${which}: standards told that are missed`, missed, standards, '', quick),
  ];
}

function listed({ acts, contacts }: Marked): Measure[] {
  return [...Map.groupBy(acts, (one) => one)]
    .toSorted(([one, own], [other, others]) => others.length - own.length || (one < other ? -1 : 1))
    .map(([standard, own]) => figure(`unseen: ${standard}`, own.length, `of ${contacts} contacts`, ''));
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
