// The tables of what people said of what is written: letters and what became of them, why clauses stand, readers' words.
import type { BroughtNote } from '../../documents/reading/brought-note.core.ts';
import { present } from '../../kernel/present.ts';
import { broughtActs, type BroughtAnswer, type BroughtLetter } from '../../policies/letters/brought-letter.core.ts';
import { letterLevels } from '../../policies/letters/letter.core.ts';
import type { BroughtReasons } from '../../policies/reasons/brought-reasons.core.ts';
import { factorAnswers } from '../../policies/reasons/clause-reasons.core.ts';
import { choice, day, id, optional, person, required, several, site, text } from '../column.core.ts';
import { defineTable } from '../table.core.ts';

export const letters = defineTable({
  kind: 'letters',
  hint: /letters?|suggestions?/,
  columns: {
    id: required(id),
    writer: optional(person, 'person'),
    site: optional(site),
    wrong: required(text),
    why: optional(text),
    solution: optional(text),
    about: optional(choice(['policy', 'procedure'])),
    document: optional(id),
    part: optional(text, 'clause', 'step'),
    on: required(day, 'date', 'sent'),
    asked: optional(choice(letterLevels)),
    supporters: several(person, 'supporter'),
  },
  build: (row): BroughtLetter => present(row),
  key: (row) => [row.id],
});

export const letterAnswers = defineTable({
  kind: 'letter-answers',
  hint: /answers?|repl(y|ies)/,
  columns: {
    letter: required(id),
    on: required(day, 'date'),
    by: optional(person),
    act: required(choice(broughtActs, { 'partly-adopted': 'in-part', rejected: 'refused', accepted: 'adopted' })),
    says: optional(text, 'reason'),
    version: optional(text),
  },
  build: (row): BroughtAnswer => present(row),
  key: (row) => [row.letter, row.on, row.act],
});

export const clauseReasons = defineTable({
  kind: 'clause-reasons',
  hint: /reasons?/,
  columns: {
    policy: required(id),
    version: required(text),
    clause: required(text),
    purpose: optional(text),
    protects: optional(text),
    legalBasis: optional(text, 'legal', 'law'),
    authority: optional(text),
    factor: optional(choice(factorAnswers)),
    factorReason: optional(text),
  },
  build: ({ policy, version, clause, factor, factorReason = '', ...said }): BroughtReasons => ({
    policy,
    version,
    clause,
    reasons: {
      ...present(said),
      ...(factor === undefined ? {} : { factor: { answer: factor, reason: factorReason } }),
    },
  }),
  key: (row) => [row.policy, row.version, row.clause],
});

export const readerNotes = defineTable({
  kind: 'reader-notes',
  hint: /reader-?notes?|comments?/,
  columns: {
    person: required(person),
    kind: required(choice(['policy', 'procedure'])),
    document: required(id),
    version: required(text),
    part: optional(text, 'clause', 'step'),
    on: required(day, 'date'),
    said: required(choice(['not-understood', 'disagree', 'yes', 'no', 'partly'])),
    words: optional(text),
  },
  build: ({ part = '', ...row }): BroughtNote => present({ ...row, part }),
  key: (row) => [row.person, row.kind, row.document, row.version, row.part, row.on, row.said],
});
