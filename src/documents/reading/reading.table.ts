// Rows of what readers said of parts, and of check questions; migrations/0053_clause-reasons-and-readers.sql says what guards them.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant } from '../../people/kept.table.ts';
import type { DocumentKind } from '../document.core.ts';
import type { ReaderNote } from './reader-notes.core.ts';

export const readerNoteTable = pgTable(
  'reader_note',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    document: text('document_id').notNull(),
    version: text('version').notNull(),
    part: text('part_id').notNull(),
    about: text('about').$type<ReaderNote['about']>().notNull(),
    said: text('said').$type<ReaderNote['said']>().notNull(),
    words: text('words'),
    on: day('on_day').notNull(),
    saidAt: instant('said_at').notNull(),
    nth: integer('nth').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const checkQuestionTable = pgTable(
  'check_question',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    document: text('document_id').notNull(),
    part: text('part_id').notNull(),
    asks: text('asks').notNull(),
    choices: text('choices').array().notNull(),
    rightChoice: integer('right_choice').notNull(),
    by: text('by_actor').notNull(),
    setAt: instant('set_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
