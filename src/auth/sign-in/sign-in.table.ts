// The tables of how members show who they are; migrations/0022_sign-in.sql says what guards them.
import { bigint, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Grant } from '../../kernel/actor.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const orgId = () => text('org_id').notNull();

export const passwordTable = pgTable(
  'sign_in_password',
  {
    orgId: orgId(),
    member: text('member_id').notNull(),
    hash: text('hash').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member] })],
);

export const passkeyTable = pgTable(
  'sign_in_passkey',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    member: text('member_id').notNull(),
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    says: text('says').notNull(),
    madeAt: instant('made_at').notNull(),
    usedAt: instant('used_at'),
    endedAt: instant('ended_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const codeTable = pgTable(
  'sign_in_code',
  {
    orgId: orgId(),
    member: text('member_id').notNull(),
    sealed: text('sealed').notNull(),
    madeAt: instant('made_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    lastStep: bigint('last_step', { mode: 'number' }),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member] })],
);

export const recoveryTable = pgTable(
  'sign_in_recovery',
  {
    orgId: orgId(),
    member: text('member_id').notNull(),
    digest: text('digest').notNull(),
    usedAt: instant('used_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member, row.digest] })],
);

export const sessionTable = pgTable(
  'sign_in_session',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    member: text('member_id').notNull(),
    digest: text('digest').notNull(),
    way: text('way').$type<Way>().notNull(),
    device: text('device').notNull(),
    madeAt: instant('made_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export type Way = 'password' | 'passkey' | 'single-sign-on' | 'look-around' | 'set-up' | 'link';

export const challengeTable = pgTable(
  'sign_in_challenge',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    kind: text('kind').$type<'passkey' | 'new-passkey' | 'single-sign-on'>().notNull(),
    member: text('member_id'),
    about: jsonb('about').$type<Readonly<Record<string, string>>>().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const linkTable = pgTable(
  'sign_in_link',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    kind: text('kind').$type<'invitation' | 'new-password'>().notNull(),
    digest: text('digest').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    member: text('member_id'),
    person: text('person_id'),
    grants: jsonb('grants').$type<readonly Grant[]>().notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    endedAt: instant('ended_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const attemptTable = pgTable(
  'sign_in_attempt',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    account: text('account'),
    address: text('address').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
