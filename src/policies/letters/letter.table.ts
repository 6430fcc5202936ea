// The tables of letters; migrations/0054_letters.sql says what guards them.
import { boolean, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { EscalatedBecause, LetterAnswer, LetterEventKind, LetterLevel, LetterStateName } from './letter.core.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const letterTable = pgTable(
  'letter',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    number: integer('number'),
    shielded: boolean('shielded').notNull(),
    writer: text('writer'),
    writerPerson: text('writer_person'),
    site: text('site_id'),
    wrong: text('wrong').notNull(),
    why: text('why').notNull(),
    solution: text('solution').notNull(),
    aboutKind: text('about_kind').$type<'policy' | 'procedure'>(),
    aboutDocument: text('about_document'),
    aboutPart: text('about_part'),
    sentOn: day('sent_on').notNull(),
    claimDigest: text('claim_digest'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const letterCitationTable = pgTable(
  'letter_citation',
  {
    orgId: text('org_id').notNull(),
    letter: text('letter_id').notNull(),
    mark: text('mark_id').notNull(),
    standard: text('standard').notNull(),
    position: integer('position').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.letter, row.mark] })],
);

export const letterSupporterTable = pgTable(
  'letter_supporter',
  {
    orgId: text('org_id').notNull(),
    letter: text('letter_id').notNull(),
    member: text('member_id').notNull(),
    since: day('since').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.letter, row.member] })],
);

export const letterEventTable = pgTable(
  'letter_event',
  {
    orgId: text('org_id').notNull(),
    letter: text('letter_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<LetterEventKind>().notNull(),
    on: day('on_day').notNull(),
    by: text('by').notNull(),
    says: text('says').notNull(),
    level: text('level').$type<LetterLevel>(),
    owner: text('owner'),
    due: day('due'),
    next: text('next').$type<LetterStateName>(),
    answer: text('answer').$type<LetterAnswer>(),
    law: text('law'),
    because: text('because').$type<EscalatedBecause>(),
    document: text('document'),
    fix: text('fix_id'),
    told: boolean('told').notNull().default(true),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.letter, row.seq] })],
);

export const letterRuleTable = pgTable('letter_rule', {
  orgId: text('org_id').primaryKey(),
  days: integer('days').notNull(),
  counselDays: integer('counsel_days').notNull(),
  signOff: boolean('sign_off').notNull(),
  daysOff: day('days_off').array().notNull(),
});
