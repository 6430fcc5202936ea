// The tables of what is written: policies and procedures (one document a row, its clauses or steps as parts), duties,
// acknowledgements.
import { contentId } from '../../kernel/digest.ts';
import { present } from '../../kernel/present.ts';
import type { Acknowledgement, Clause } from '../../documents/document.core.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import { procedureSorts, type Duty, type ProcedureVersion } from '../../procedures/procedure.core.ts';
import { choice, day, id, optional, person, required, role, several, site, standard, text } from '../column.core.ts';
import type { RawRow, StepWords } from '../record.core.ts';
import { defineTable } from '../table.core.ts';

const everyDocument = {
  id: required(id),
  version: required(text),
  title: required(text),
  owner: optional(text),
  from: required(day, 'effective-from', 'effective'),
  to: optional(day, 'effective-to', 'until'),
  reviewDue: optional(day, 'review'),
  roles: several(role, 'role'),
  sites: several(site, 'site'),
  clarity: optional(choice(['clear', 'unclear'])),
};

export const policies = defineTable({
  kind: 'policies',
  hint: /polic(y|ies)/,
  columns: {
    ...everyDocument,
    class: required(
      choice(['customer-service', 'house-rules', 'exempt'], {
        customer: 'customer-service',
        'house-rule': 'house-rules',
      }),
    ),
    legalBasis: optional(text, 'legal', 'law'),
  },
  build: ({ legalBasis, ...row }, raw): PolicyVersion =>
    present({
      ...row,
      legalBasis: /^none\.?$/i.test(legalBasis ?? '') ? undefined : legalBasis,
      clauses: partsOf(raw).map(({ part, text }) => ({ ...part, text })),
    }),
  key: (row) => [row.id, row.version],
  order: [['from', 'to', 'or-same']],
});

export const procedures = defineTable({
  kind: 'procedures',
  hint: /procedures?|how-?to/,
  columns: {
    ...everyDocument,
    task: optional(text),
    sort: optional(choice(procedureSorts)),
    trigger: optional(text),
  },
  build: (row, raw): ProcedureVersion =>
    present({ ...row, steps: partsOf(raw).map(({ part, step }) => ({ ...part, ...step })) }),
  key: (row) => [row.id, row.version],
  order: [['from', 'to', 'or-same']],
});

/** Each part; a policy takes its whole `text`, a procedure what its `step` says beside its words. */
function partsOf(raw: RawRow): { part: Clause; text: string; step: StepWords }[] {
  return (raw.parts ?? []).map(({ id: own, text: words, serves, obstructs, step = {}, whole = words }) => ({
    part: { id: own, text: words, serves, obstructs },
    text: whole,
    step,
  }));
}

export const duties = defineTable({
  kind: 'duties',
  hint: /dut(y|ies)|job-?descriptions?/,
  columns: {
    id: optional(id),
    role: required(role),
    task: required(text),
    standards: several(standard, 'standard'),
    from: required(day),
    to: optional(day),
  },
  build: ({ id: given, ...row }): Duty =>
    present({ ...row, id: given ?? contentId('d', row.role, row.task, row.from) }),
  key: (row) => [row.id],
  order: [['from', 'to', 'before']],
});

export const acknowledgements = defineTable({
  kind: 'acknowledgements',
  hint: /acknowledge?ments?|sign-?offs?|read-receipts?/,
  columns: {
    person: required(person),
    kind: required(choice(['policy', 'procedure'])),
    document: required(id),
    version: required(text),
    on: required(day, 'date'),
    answer: optional(choice(['understood', 'not-understood', 'disagree'], { yes: 'understood', no: 'not-understood' })),
  },
  build: ({ answer, ...row }): Acknowledgement => ({ ...row, answer: answer ?? 'understood' }),
  key: (row) => [row.person, row.kind, row.document, row.version, row.on],
});
