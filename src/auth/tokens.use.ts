// What is done with tokens: made, listed, ended, and told by.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { withGrants, type Actor, type Role } from '../kernel/actor.ts';
import { keyedDigest } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { isDay, type Day } from '../kernel/moment.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import { within, type GrantedMember } from './members/member.core.ts';
import { assertMayKeepTokens } from './token.access.ts';
import { standingOf, writeToken, type Standing, type Token } from './token.core.ts';
import { findToken, findTokenAndMaker, readTokens, writeTokenEnd, writeTokenRow } from './token.store.ts';

export interface TokenAsked {
  readonly says: string;
  readonly roles: readonly Role[];
  readonly sites?: readonly string[] | undefined;
  readonly readsOnly?: boolean | undefined;
  readonly until?: Day | undefined;
}

export type ToldToken = Token & { readonly standing: Standing };

/**
 * Make a token. Its text is returned this once; a keyed digest is kept.
 * @throws Fault `tokens-forbidden`, `token-day`, `token-site-unknown`
 */
export async function addToken(work: Work, asked: TokenAsked): Promise<{ token: ToldToken; text: string }> {
  const { tx, actor, now, key } = work;
  assertMayKeepTokens(actor);
  const until = asked.until ?? null;
  if (until !== null && (!isDay(until) || until < now.slice(0, 10)))
    throw new Fault('token-day', 'unready', 'Give a last day that is still to come, as year-month-day, or none.');
  const sites = asked.sites ?? null;
  if (sites !== null) await assertSitesKnown(work, sites);
  const id = `t${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(32).toString('base64url');
  const token: Token = {
    id,
    says: asked.says,
    roles: [...new Set(asked.roles)],
    sites,
    readsOnly: asked.readsOnly === true,
    until,
    madeAt: now,
    madeBy: actor.id,
    endedAt: null,
  };
  await writeTokenRow(tx, actor.orgId, { ...token, digest: digestOf(key, secret) });
  await append(work, { kind: 'token.added', subjects: [id], digestOf: JSON.stringify(token) });
  return { token: { ...token, standing: 'good' }, text: writeToken({ orgId: actor.orgId, id, secret }) };
}

/** Every token there ever was, newest first; the secret of none. @throws Fault `tokens-forbidden` */
export async function listTokens(work: Work): Promise<ToldToken[]> {
  assertMayKeepTokens(work.actor);
  return (await readTokens(work.tx, work.actor.orgId)).map((one) => ({ ...one, standing: standingOf(one, work.now) }));
}

/** End a token, from now on. Told twice it is once. @throws Fault `tokens-forbidden`, `token-unknown` */
export async function endToken(work: Work, id: string): Promise<{ changed: boolean; token: ToldToken }> {
  const { tx, actor, now } = work;
  assertMayKeepTokens(actor);
  const found = await findToken(tx, actor.orgId, id);
  if (!found)
    throw new Fault('token-unknown', 'missing', 'There is no token of this id. customary token list shows all.');
  const changed = await writeTokenEnd(tx, { orgId: actor.orgId, token: id, endedAt: now, endedBy: actor.id });
  if (changed) await append(work, { kind: 'token.ended', subjects: [id] });
  const { digest: _digest, ...token } = found;
  return { changed, token: { ...token, endedAt: token.endedAt ?? now, standing: 'ended' } };
}

/**
 * Who a token stands for; null where it opens nothing. Takes as long for a wrong secret as for a right one, and does the
 * same work for an id that there is not. What whoever stands behind it may no more, it may no more.
 */
export async function actorOfToken(work: Work, id: string, secret: string): Promise<Actor | null> {
  const row = await findTokenAndMaker(work.tx, work.actor.orgId, id);
  const found = row?.token;
  const given = Buffer.from(digestOf(work.key, secret));
  const same = timingSafeEqual(given, Buffer.from(found?.digest ?? digestOf(work.key, '')));
  if (!row || !found || !same || standingOf(found, work.now) !== 'good') return null;
  const maker = row.maker ?? (await memberBehind(work, found));
  if (maker && maker.endedAt !== null) return null;
  const { roles, sites } = found;
  const told = roles.map((role) => ({ role, sites }));
  const actor: Actor = {
    orgId: work.actor.orgId,
    id: `token-${id}`,
    roles: [],
    ...(found.readsOnly ? { readsOnly: true as const } : {}),
  };
  return withGrants(actor, maker ? within(told, maker.grants) : told);
}

/** The member who made the token that made it, and so on; null where that was a command at the machine. */
async function memberBehind({ tx, actor }: Work, token: Token): Promise<GrantedMember | null> {
  let { madeBy } = token;
  for (;;) {
    const maker = /^token-(t[0-9a-f]{16})$/.exec(madeBy)?.[1];
    const made = maker === undefined ? null : await findTokenAndMaker(tx, actor.orgId, maker);
    if (!made || made.maker) return made?.maker ?? null;
    ({ madeBy } = made.token);
  }
}

function digestOf(key: Uint8Array, secret: string): string {
  return keyedDigest(key, `api token\u001f${secret}`);
}

async function assertSitesKnown(work: Work, asked: readonly string[]): Promise<void> {
  const known = new Set((await readSitesAndPeople(work)).sites.map((one) => one.id));
  const unknown = asked.filter((one) => !known.has(one));
  if (unknown.length === 0) return;
  throw new Fault(
    'token-site-unknown',
    'missing',
    'The record has no such site. Name sites by their ids in sites.csv of the record.',
    unknown.map((_one, nth) => ({ pointer: `/sites/${nth}`, detail: 'no site of this id' })),
  );
}
