// What waits today for whoever asks: for those who answer for the service what is open at their sites, for whoever serves their
// own last marks. Each part is for those whom it is for; what is not is null.
import { heldTo } from '../../kernel/actor.ts';
import type { Day, Moment } from '../../kernel/moment.ts';
import { readApprovals, readObservations } from '../../management/management.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople, readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readCertificates } from '../../training/training.use.ts';
import { readQuestions } from '../answer-question.use.ts';
import { mayDiagnose } from '../diagnosis.access.ts';
import { type FirstFix, firstFixes } from '../overview/first-fixes.use.ts';
import { tellClearestFirst } from '../overview/tell-failures.use.ts';
import type { ToldFailure } from '../overview/told-failure.core.ts';
import { lastMarksOf } from './own-marks.store.ts';
import { maySeeWhoServes } from './today.access.ts';
import { lapsing, toWorkOn, unwatched, waiting, whoServes } from './today.core.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Today {
  readonly day: Day;
  readonly team: {
    readonly lapsing: List<{ person: Named; task: string; expires: Day; lapsed: boolean }>;
    readonly toObserve: List<{ person: Named; site: Named; last: Day | null }>;
    readonly waiting: List<{ person: Named; waitedFor: string; since: Moment }>;
  } | null;
  readonly open: {
    readonly questions: List<{ id: string; asks: string; settles: number }>;
    readonly findings: readonly FirstFix[];
  } | null;
  readonly own: {
    readonly missed: readonly ToldFailure[];
    readonly met: readonly ToldFailure[];
    readonly workOn: {
      standard: string;
      title: string;
      says: string;
      instead?: string;
      met: number;
      failed: number;
    } | null;
    readonly refreshers: readonly { task: string; expires: Day; lapsed: boolean }[];
  } | null;
}

/** The first few, and how many there are. */
interface List<Item> {
  readonly items: readonly Item[];
  readonly all: number;
}

const shown = 5;
const shownMarks = 4;
const shownFindings = 3;
/** Marks that a person's own page is made of: some thirty contacts. */
const lookedThrough = 300;

export async function readToday(work: Work): Promise<Today> {
  return {
    day: work.now.slice(0, 10),
    team: maySeeWhoServes(work.actor) ? await teamOf(work) : null,
    open: mayDiagnose(work.actor) ? await openOf(work) : null,
    own: work.actor.person === undefined ? null : await ownOf(work, work.actor.person),
  };
}

async function teamOf(work: Work): Promise<NonNullable<Today['team']>> {
  const today = work.now.slice(0, 10);
  const { people, sites } = await readSitesAndPeople(work);
  const posts = (await readSourcedPosts(work)).map((one) => one.row);
  const held = heldTo(work.actor);
  const here = posts.filter((post) => held === null || held.sites.includes(post.site));
  const serving = whoServes(here, today);
  const ids = new Set(serving.map((post) => post.person));
  const person = named(people);
  const site = named(sites);
  return {
    lapsing: firstOf(
      lapsing(await readCertificates(work), ids, today).map((one) => ({ ...one, person: person(one.person) })),
    ),
    toObserve: firstOf(
      unwatched(serving, await readObservations(work), today).map((one) => ({
        person: person(one.person),
        site: site(one.site),
        last: one.last,
      })),
    ),
    waiting: firstOf(
      waiting(await readApprovals(work), ids, work.now).map((one) => ({ ...one, person: person(one.person) })),
    ),
  };
}

async function openOf(work: Work): Promise<NonNullable<Today['open']>> {
  // Questions are about the whole organisation, which has its first fixes in the overview; whoever is held to sites is asked
  // about what was found there.
  const whole = heldTo(work.actor) === null;
  const questions = whole ? await readQuestions(work) : [];
  return {
    questions: firstOf(questions.map(({ id, asks, settles }) => ({ id, asks, settles }))),
    findings: whole ? [] : await firstFixes(work, {}, shownFindings),
  };
}

async function ownOf(work: Work, person: string): Promise<NonNullable<Today['own']>> {
  const standards = await standardsInUse(work);
  const versions = standards.map((one) => one.version);
  const marks = await lastMarksOf(work.tx, work.actor.orgId, person, versions, lookedThrough);
  // That a serious act did not happen is no merit to be told of.
  const plain = new Set(standards.filter((one) => one.kind === 'standard').map((one) => one.id));
  const tell = async (verdict: string): Promise<ToldFailure[]> => {
    const chosen = marks.filter((one) => one.verdict === verdict && (verdict === 'failed' || plain.has(one.standard)));
    const told = await tellClearestFirst(work, firstOfEach(chosen).slice(0, shownMarks * 3));
    return told.filter((one) => one.quote !== null).slice(0, shownMarks);
  };
  const workOn = toWorkOn(marks, standards);
  const own = await readCertificates(work);
  return {
    missed: await tell('failed'),
    met: await tell('met'),
    workOn: workOn && {
      standard: workOn.standard.id,
      title: titleOf(workOn.standard),
      says: workOn.standard.says,
      ...(workOn.standard.instead === undefined ? {} : { instead: workOn.standard.instead }),
      met: workOn.met,
      failed: workOn.failed,
    },
    refreshers: lapsing(own, new Set([person]), work.now.slice(0, 10)).map(({ task, expires, lapsed }) => ({
      task,
      expires,
      lapsed,
    })),
  };
}

/** The newest of each standard: the same thing four times teaches nothing four times. */
function firstOfEach<M extends { readonly standard: string }>(marks: readonly M[]): M[] {
  return [...Map.groupBy(marks, (one) => one.standard).values()].map((own) => own[0]!);
}

function firstOf<Item>(items: readonly Item[]): List<Item> {
  return { items: items.slice(0, shown), all: items.length };
}

function named(rows: readonly Named[]): (id: string) => Named {
  const names = new Map(rows.map((one) => [one.id, one.name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
