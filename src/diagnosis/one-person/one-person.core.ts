// A person's page from dated rows: how each certificate stands, which duties they are shown able to do, what is due to them. Rules
// alone. Nobody stands beside anybody: there is no figure here that another person has as well.
import { addDays, inForce, type Day, type Moment } from '../../kernel/moment.ts';
import type { Approval, Observation } from '../../management/management.core.ts';
import type { Post } from '../../people/people.core.ts';
import type { Duty } from '../../procedures/procedure.core.ts';
import type { Certificate } from '../../training/training.core.ts';

/** What was missed longer ago than this is no longer told on a page: yesterday is done. */
export const rememberedDays = 90;
/** Who was not watched, helped or guided within as many days is due for it. */
export const feedbackDays = 90;
const soonDays = 30;

export type CertificateState = 'holds' | 'lapses-soon' | 'lapsed' | 'renewed';

export interface HeldCertificate {
  readonly id: string;
  readonly task: string;
  readonly on: Day;
  readonly expires?: Day;
  readonly state: CertificateState;
}

/** The newest of each task first, then those that it renewed. */
export function certificatesOf(all: readonly Certificate[], person: string, today: Day): HeldCertificate[] {
  const own = all.filter((one) => one.person === person && one.on <= today);
  const byTask = Map.groupBy(
    own.toSorted((a, b) => compare(b.on, a.on)),
    (one) => one.task,
  );
  return [...byTask.values()]
    .flatMap((same) =>
      same.map(({ id, task, on, expires }, nth) => ({
        id,
        task,
        on,
        ...(expires === undefined ? {} : { expires }),
        state: nth > 0 ? ('renewed' as const) : stateOf(expires, today),
      })),
    )
    .toSorted((a, b) => Number(a.state === 'renewed') - Number(b.state === 'renewed') || compare(a.task, b.task));
}

function stateOf(expires: Day | undefined, today: Day): CertificateState {
  if (expires === undefined) return 'holds';
  if (expires <= today) return 'lapsed';
  return expires <= addDays(today, soonDays) ? 'lapses-soon' : 'holds';
}

export interface OwnDuty {
  readonly id: string;
  readonly task: string;
  /** A certificate for it holds today; null where nobody on record ever had one, so that it says nothing of them. */
  readonly shown: boolean | null;
}

/** The duties of their roles today. */
export function dutiesOf(
  duties: readonly Duty[],
  posts: readonly Post[],
  certificates: readonly Certificate[],
  person: string,
  today: Day,
): OwnDuty[] {
  const roles = new Set(
    posts.filter((post) => post.person === person && inForce(post, today)).map((post) => post.role),
  );
  const taught = new Set(certificates.map((one) => one.task));
  const holds = new Set(
    certificates
      .filter((one) => one.person === person && inForce({ from: one.on, to: one.expires }, today))
      .map((one) => one.task),
  );
  return duties
    .filter((duty) => roles.has(duty.role) && inForce(duty, today))
    .map(({ id, task }) => ({ id, task, shown: taught.has(task) ? holds.has(task) : null }))
    .toSorted((a, b) => compare(a.task, b.task));
}

export interface Due {
  /** The last day on which somebody watched, helped, guided or encouraged them; null for never. */
  readonly lastHelped: Day | null;
  readonly helpDue: boolean;
  /** What they wait for. */
  readonly waiting: readonly { readonly id: string; readonly waitedFor: string; readonly since: Moment }[];
}

/**
 * What is due to a person: help that nobody gave for long, and answers that they wait for.
 * @param servesNow they have a post today; to who left, no help is due
 */
export function dueTo(
  observations: readonly Observation[],
  approvals: readonly Approval[],
  person: string,
  now: Moment,
  servesNow: boolean,
): Due {
  const today = now.slice(0, 10);
  const last = observations
    .filter((one) => one.person === person && one.act !== 'reprimand' && one.on <= today)
    .map((one) => one.on)
    .toSorted()
    .at(-1);
  return {
    lastHelped: last ?? null,
    helpDue: servesNow && (last === undefined || last < addDays(today, -feedbackDays)),
    waiting: approvals
      .filter((one) => one.person === person && one.answeredAt === undefined && one.askedAt <= now)
      .map(({ id, waitedFor, askedAt }) => ({ id, waitedFor, since: askedAt })),
  };
}

export interface Kept {
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
}

/** Times judged before anything is said of a standard. */
const fewest = 3;

/** Standards met most often first: what somebody does well. Fewer times than a few say nothing. */
export function doneWell(counted: readonly Kept[]): Kept[] {
  return counted
    .filter(({ met, failed }) => met >= fewest && met > failed)
    .toSorted((a, b) => b.met - a.met || compare(a.standard, b.standard));
}

/** At most a few standards worth helping with: what was missed, by how much it weighs. */
export function toHelpWith(counted: readonly Kept[], weights: ReadonlyMap<string, number>, most: number): Kept[] {
  const cost = (one: Kept): number => one.failed * (weights.get(one.standard) ?? 0);
  return counted
    .filter(({ met, failed }) => failed > 0 && met + failed >= fewest)
    .toSorted((a, b) => cost(b) - cost(a) || compare(a.standard, b.standard))
    .slice(0, most);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
