// Failures of a planned organisation, each sent up the ladder with its record as of that moment, beside its planted
// necessary causes.
import { RecordBook } from '../../src/diagnosis/book.core.ts';
import type { Failure } from '../../src/diagnosis/failure.core.ts';
import { type Cause, causes, type Finding } from '../../src/diagnosis/finding.core.ts';
import { climb } from '../../src/diagnosis/ladder.core.ts';
import type { LadderSettings } from '../../src/diagnosis/ladder-settings.core.ts';
import { type GroupRate, Peers, SiteLimits } from '../../src/diagnosis/peers.core.ts';
import type { Records } from '../../src/diagnosis/records.core.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { plannedStandards } from '../../src/simulate/planned-standards.core.ts';

export interface Climbed {
  readonly finding: Finding;
  /** The causes of which at least one necessary exposure stood. */
  readonly necessary: readonly Cause[];
}

const channels = { call: 'phone', chat: 'chat', visit: 'visit' } as const;
const standards = new Map(
  plannedStandards.map(({ id, task, step }) => [
    id,
    {
      id,
      task,
      says: step,
      kind: id.startsWith('atrocity.') ? ('atrocity' as const) : ('standard' as const),
      weight: 2,
    },
  ]),
);

/** Failures with at least one necessary cause: at most `most` of them, taken evenly. */
export function climbs(planned: Planned, records: Records, settings: LadderSettings, most: number): Climbed[] {
  const { contacts } = planned;
  const book = new RecordBook(records);
  const marks = contacts.flatMap((contact) => contact.acts.map((act) => ({ contact, act })));
  const peers = new Peers(
    ratesBy(marks, ({ contact, act }) => ({ standard: act.standard, kind: contact.kind, who: contact.person })),
  );
  const sites = new SiteLimits(
    ratesBy(marks, ({ contact, act }) => ({ standard: act.standard, kind: 'all', who: contact.site })),
    settings.thresholds,
  );
  const caused = marks.filter(({ act }) => act.necessary.length > 0);
  const each = Math.max(1, caused.length / most);
  const taken = caused.filter((_, i) => Math.floor(i / each) !== Math.floor((i - 1) / each));
  const busy = contactsThen(planned);
  return taken.map(({ contact, act }) => {
    const failure: Failure = {
      mark: {
        id: `${contact.id}/${act.standard}`,
        contact: contact.id,
        evidence: [],
        marker: 'cue',
        confidence: 0.9,
        searched: { fromTurn: 0, toTurn: 5 },
      },
      standard: standards.get(act.standard)!,
      readers: 1,
      site: contact.site,
      person: contact.person,
      ratedAs: contact.person,
      startedAt: contact.at,
      day: contact.day,
      channel: channels[contact.channel],
      kinds: [contact.kind],
      heard: [],
      contactsThen: busy[contact.number]!,
    };
    return {
      finding: climb({ failure, book, peers, settings }, sites.outside(act.standard, contact.site)),
      necessary: causes.filter((cause) => act.necessary.some((one) => one.cause === cause)),
    };
  });
}

type Marked = {
  readonly contact: Planned['contacts'][number];
  readonly act: Planned['contacts'][number]['acts'][number];
};

function ratesBy(
  marks: readonly Marked[],
  by: (mark: Marked) => { standard: string; kind: string; who: string },
): GroupRate[] {
  const groups = new Map<string, { standard: string; kind: string; who: string; failed: number; marked: number }>();
  for (const mark of marks) {
    const group = by(mark);
    const key = `${group.standard}\n${group.kind}\n${group.who}`;
    const known = groups.get(key) ?? { ...group, failed: 0, marked: 0 };
    known.marked++;
    if (mark.act.failed) known.failed++;
    groups.set(key, known);
  }
  return [...groups.values()];
}

/** Contacts in progress at the site when each began, itself included. */
function contactsThen({ contacts }: Planned): number[] {
  const ends = new Map<string, number[]>();
  return contacts.map(({ site, at, seconds }) => {
    const time = Date.parse(at);
    const open = [...(ends.get(site) ?? []).filter((end) => end > time), time + (seconds ?? 300) * 1000];
    ends.set(site, open);
    return open.length;
  });
}

type Kind = keyof Records;

/** Each row of every table gone with this chance, as where people keep records now and then. */
export function withoutRows(records: Records, share: number, chance: Chance): Records {
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      (rows as readonly unknown[]).filter(() => kind === 'sites' || chance.unit() >= share),
    ]),
  ) as unknown as Records;
}

/** Each kind of record gone as a whole with this chance, as where nobody ever kept it. */
export function withoutKinds(records: Records, share: number, chance: Chance): Records {
  const kept: readonly Kind[] = ['sites', 'ownAnswers'];
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      !kept.includes(kind as Kind) && chance.unit() < share ? [] : rows,
    ]),
  ) as unknown as Records;
}
