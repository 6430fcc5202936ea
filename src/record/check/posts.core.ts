// Posts against each other: none of one person at one site at the same time, and nobody their own supervisor, however
// long the way round.
import type { Reject } from '../../contacts/contact.core.ts';
import type { Day } from '../../kernel/moment.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Post } from '../../people/people.core.ts';
import { keepApart, overlap } from './overlap.core.ts';
import { placeOf } from './place.core.ts';

export interface CheckedPosts {
  readonly rows: readonly Sourced<Post>[];
  /** Posts on record that a row of the same file replaces under another first day. */
  readonly corrected: readonly Post[];
  /** Posts on record that stay. */
  readonly standing: readonly Post[];
  readonly rejects: readonly Reject[];
}

/** @param files the files given now: a post that was read from one of them, and is no longer in it, may be replaced */
export function checkPosts(
  rows: readonly Sourced<Post>[],
  onRecord: readonly Sourced<Post>[],
  files: ReadonlySet<string>,
): CheckedPosts {
  const given = new Set(rows.map((one) => keyOf(one.row)));
  const others = onRecord.filter((one) => !given.has(keyOf(one.row)));
  const byPlace = Map.groupBy(rows, (one) => placeKey(one.row));
  const isCorrected = (one: Sourced<Post>): boolean =>
    files.has(one.from.file) && (byPlace.get(placeKey(one.row)) ?? []).some((row) => overlap(row.row, one.row));
  const corrected = others.filter(isCorrected);
  const standing = others.filter((one) => !isCorrected(one));
  const { accepted, overlaps } = keepApart(rows, standing, placeKey);
  const rejects: Reject[] = overlaps.map(({ row, with: other }) => ({
    ...row.from,
    field: 'from',
    expected: 'one post of a person at a site at a time',
    remedy:
      other.row.to === undefined
        ? `The post in ${placeOf(other.from)} has no end: write ${row.row.from} as its "to".`
        : `The post in ${placeOf(other.from)} holds until ${other.row.to}: begin this one then, or end that one earlier.`,
  }));
  const chain = new Supervision(standing.map((one) => one.row));
  const kept = accepted.filter((one) => {
    if (!chain.closesCircle(one.row)) {
      chain.add(one.row);
      return true;
    }
    rejects.push({
      ...one.from,
      field: 'supervisor',
      expected: 'a supervisor who is not, by way of others, supervised by this person on the same day',
      remedy: 'Follow the supervisors from this row upwards, and correct the one that leads back.',
    });
    return false;
  });
  return { rows: kept, corrected: corrected.map((one) => one.row), standing: standing.map((one) => one.row), rejects };
}

/** Who supervises whom, growing post by post. */
class Supervision {
  private readonly posts = new Map<string, Post[]>();

  constructor(posts: readonly Post[]) {
    for (const post of posts) this.add(post);
  }

  add(post: Post): void {
    const own = this.posts.get(post.person);
    if (own) own.push(post);
    else this.posts.set(post.person, [post]);
  }

  /** Would this post make its person a supervisor of themselves on any day of it? */
  closesCircle(post: Post): boolean {
    if (post.supervisor === undefined) return false;
    if (post.supervisor === post.person) return true;
    // Who is above whom changes only on first days, so these are the only days to look at.
    const days = new Set<Day>([post.from]);
    for (const above of this.reachable(post.supervisor)) if (inForce(post, above.from)) days.add(above.from);
    return [...days].some((day) => this.leadsTo(post.supervisor!, post.person, day));
  }

  private leadsTo(from: string, to: string, day: Day): boolean {
    const seen = new Set<string>();
    const next = [from];
    for (let person = next.pop(); person !== undefined; person = next.pop()) {
      if (person === to) return true;
      if (seen.has(person)) continue;
      seen.add(person);
      for (const post of this.posts.get(person) ?? []) {
        if (post.supervisor !== undefined && inForce(post, day)) next.push(post.supervisor);
      }
    }
    return false;
  }

  /** Every post, of any day, of anybody above this person. */
  private reachable(from: string): Post[] {
    const seen = new Set<string>();
    const found: Post[] = [];
    const next = [from];
    for (let person = next.pop(); person !== undefined; person = next.pop()) {
      if (seen.has(person)) continue;
      seen.add(person);
      for (const post of this.posts.get(person) ?? []) {
        found.push(post);
        if (post.supervisor !== undefined) next.push(post.supervisor);
      }
    }
    return found;
  }
}

function placeKey(post: Post): string {
  return JSON.stringify([post.person, post.site]);
}

function keyOf(post: Post): string {
  return JSON.stringify([post.person, post.site, post.from]);
}
