// Whoever looks around the demo as a rep serves under the very manager as whom one looks around, whichever of the two came first.
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Post } from '../../people/people.core.ts';
import { importPeople } from '../../people/people-record.use.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { findMember } from '../members/member.store.ts';
import { lookAroundAs } from './look-around.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'demo', roles: ['owner'] };
const from = <T>(row: T): Sourced<T> => ({ row, from: { file: 'people.csv' } });
const post = (person: string, role: string, site: string, day: string, supervisor?: string): Post => ({
  person,
  site,
  role,
  from: day,
  ...(supervisor === undefined ? {} : { supervisor }),
});

const posts = [
  // There longest of all, and nobody serves under them.
  post('alone', 'manager', 'east', '2020-01-01'),
  post('bo', 'manager', 'north', '2022-01-01'),
  post('cy', 'manager', 'south', '2023-01-01'),
  // Serves longest, at another site than the manager who is there longest.
  post('zoe', 'rep', 'south', '2021-01-01', 'cy'),
  post('ann', 'rep', 'north', '2024-05-01', 'bo'),
  post('abe', 'rep', 'north', '2024-06-01', 'bo'),
];

forEachDatabase((_name, open) => {
  it.each([['manager', 'rep'] as const, ['rep', 'manager'] as const])('as %s and then as %s', async (...order) => {
    const store = await open();
    await store.inWork(owner, async (work) =>
      importPeople(work, {
        organisation: [],
        sites: ['north', 'south', 'east'].map((id) => from({ id, name: id, timeZone: 'UTC' })),
        siteMonths: [],
        people: posts.map(({ person }) => from({ id: person, name: person })),
        posts: posts.map(from),
        correctedPosts: [],
        shifts: [],
        authorityLimits: [],
      }),
    );
    for (const as of order) await store.inWork(owner, async (work) => lookAroundAs(work, as));
    const found = await store.inWork(owner, async (work) =>
      Promise.all(['manager', 'rep'].map(async (as) => findMember(work, `m-look-around-as-${as}`))),
    );
    expect(found.map((one) => one?.person)).toEqual(['bo', 'ann']);
  });
});
