// What waits today, from dated rows: certificates that lapse, people whom nobody has watched for long, sign-offs not given, and
// which standard somebody might work on. Rules alone; nobody is ranked, lists are in the order of dates.
import { addDays, type Day, inForce, type Moment } from '../../kernel/moment.ts';
import type { Approval, Observation } from '../../management/management.core.ts';
import type { Post } from '../../people/people.core.ts';
import type { Certificate } from '../../training/training.core.ts';

/** A certificate is told of this many days before it lapses, and after it did. */
const soon = 30;
const lately = 90;
/** Feedback counts for as long: whoever was watched within it needs nobody today. */
const feedbackDays = 90;

export interface Lapsing {
  readonly person: string;
  readonly task: string;
  readonly expires: Day;
  readonly lapsed: boolean;
}

/** Certificates of these people that lapse soon or lapsed lately and were not renewed, the earliest first. */
export function lapsing(certificates: readonly Certificate[], people: ReadonlySet<string>, today: Day): Lapsing[] {
  const newest = new Map<string, Certificate>();
  for (const one of certificates) {
    if (!people.has(one.person) || one.on > today) continue;
    const key = `${one.person}\n${one.task}`;
    const known = newest.get(key);
    if (!known || known.on < one.on) newest.set(key, one);
  }
  return [...newest.values()]
    .flatMap(({ person, task, expires }) =>
      expires !== undefined && expires <= addDays(today, soon) && expires >= addDays(today, -lately)
        ? [{ person, task, expires, lapsed: expires < today }]
        : [],
    )
    .toSorted((a, b) => compare(a.expires, b.expires) || compare(a.person, b.person));
}

export interface Unwatched {
  readonly person: string;
  readonly site: string;
  /** The last day on which somebody watched, helped or guided them; null for never. */
  readonly last: Day | null;
}

/** Who serves here today, with their site: posts under somebody, of people under whom nobody is. */
export function whoServes(posts: readonly Post[], today: Day): Post[] {
  const now = posts.filter((post) => inForce(post, today));
  const above = new Set(now.flatMap((post) => (post.supervisor === undefined ? [] : [post.supervisor])));
  return now.filter((post) => post.supervisor !== undefined && !above.has(post.person));
}

/** Of those who serve, whom nobody has watched, helped or guided within the days that feedback counts for; the longest first. */
export function unwatched(serving: readonly Post[], observations: readonly Observation[], today: Day): Unwatched[] {
  const last = new Map<string, Day>();
  for (const { person, act, on } of observations) {
    if (act === 'reprimand' || on > today) continue;
    if ((last.get(person) ?? '') < on) last.set(person, on);
  }
  return serving
    .map(({ person, site }) => ({ person, site, last: last.get(person) ?? null }))
    .filter((one) => one.last === null || one.last < addDays(today, -feedbackDays))
    .toSorted((a, b) => compare(a.last ?? '', b.last ?? '') || compare(a.person, b.person));
}

export interface Waiting {
  readonly person: string;
  readonly waitedFor: string;
  readonly since: Moment;
}

/** Sign-offs that these people still wait for, the longest first. */
export function waiting(approvals: readonly Approval[], people: ReadonlySet<string>, now: Moment): Waiting[] {
  return approvals
    .filter((one) => one.answeredAt === undefined && one.askedAt <= now && people.has(one.person))
    .map(({ person, waitedFor, askedAt }) => ({ person, waitedFor, since: askedAt }))
    .toSorted((a, b) => compare(a.since, b.since) || compare(a.person, b.person));
}

/** Fewer judged marks than this say nothing of a person. */
const fewest = 3;

/** The one standard to work on: what was missed most often times its weight, among what could be judged often enough. */
export function toWorkOn<S extends { readonly id: string; readonly weight: number }>(
  marks: readonly { readonly standard: string; readonly verdict: string }[],
  standards: readonly S[],
): { readonly standard: S; readonly met: number; readonly failed: number } | null {
  const own = Map.groupBy(marks, (one) => one.standard);
  const found = standards.flatMap((standard) => {
    const all = own.get(standard.id) ?? [];
    const failed = all.filter((one) => one.verdict === 'failed').length;
    return all.length < fewest || failed === 0 ? [] : [{ standard, met: all.length - failed, failed }];
  });
  const [first] = found.toSorted(
    (a, b) => b.failed * b.standard.weight - a.failed * a.standard.weight || compare(a.standard.id, b.standard.id),
  );
  return first ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
