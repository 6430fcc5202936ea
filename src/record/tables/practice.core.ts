// The tables of what people were taught, given, asked for and tried: certificates, observations, targets, approvals,
// outages, attempts; and what came of contacts.
import { contentId } from '../../kernel/digest.ts';
import { present } from '../../kernel/present.ts';
import type { ContactWorth } from '../../contacts/worth.core.ts';
import type { Approval, ManagementAct, Observation, Outage, Target } from '../../management/management.core.ts';
import type { Attempt } from '../../personnel/personnel.core.ts';
import type { Certificate } from '../../training/training.core.ts';
import { choice, count, day, id, moment, money, onTheClock, optional, person, required, role } from '../column.core.ts';
import { several, site, standard, text } from '../column.core.ts';
import { defineTable } from '../table.core.ts';

export const certificates = defineTable({
  kind: 'certificates',
  hint: /certificat|training/,
  columns: {
    id: optional(id),
    person: required(person),
    task: required(text),
    standards: several(standard, 'standard'),
    procedure: optional(id),
    procedureVersion: optional(text, 'version'),
    on: required(day, 'date'),
    expires: optional(day, 'expiry', 'valid-until'),
    lastPractised: optional(day, 'last-practiced'),
  },
  build: ({ id: given, ...row }): Certificate =>
    present({ ...row, id: given ?? contentId('c', row.person, row.task, row.on) }),
  key: (row) => [row.id],
  order: [['on', 'expires', 'before']],
});

/** Words that people write for the four verbs. */
const acts: Readonly<Record<string, ManagementAct>> = {
  praise: 'encourage',
  praised: 'encourage',
  encouraged: 'encourage',
  helped: 'help',
  coach: 'guide',
  coached: 'guide',
  coaching: 'guide',
  guided: 'guide',
  observed: 'observe',
  observation: 'observe',
  reprimanded: 'reprimand',
  warning: 'reprimand',
};

export const observations = defineTable({
  kind: 'observations',
  hint: /observations?|coaching|feedback/,
  columns: {
    id: optional(id),
    person: required(person),
    by: required(person, 'manager', 'observer'),
    on: required(day, 'date'),
    act: required(choice(['encourage', 'help', 'guide', 'observe', 'reprimand'], acts)),
    standards: several(standard, 'standard'),
    cycle: optional(count),
  },
  build: ({ id: given, ...row }): Observation =>
    present({
      ...row,
      id: given ?? contentId('o', row.person, row.by, row.on, row.act, [...row.standards].sort().join(' ')),
    }),
  key: (row) => [row.id],
});

export const targets = defineTable({
  kind: 'targets',
  hint: /targets?|bonus(es)?|goals?/,
  columns: {
    id: optional(id),
    says: required(text, 'target'),
    roles: several(role, 'role'),
    sites: several(site, 'site'),
    setBy: optional(choice(['site', 'district', 'owner'])),
    from: required(day),
    to: optional(day),
    against: several(standard),
  },
  build: ({ id: given, ...row }): Target => present({ ...row, id: given ?? contentId('t', row.says, row.from) }),
  key: (row) => [row.id],
  order: [['from', 'to', 'before']],
});

export const approvals = defineTable({
  kind: 'approvals',
  hint: /approvals?|requests?/,
  columns: {
    id: optional(id),
    person: required(person),
    waitedFor: required(text, 'what', 'for'),
    askedAt: onTheClock(required(moment, 'asked')),
    answeredAt: onTheClock(optional(moment, 'answered')),
    standards: several(standard, 'standard'),
  },
  build: ({ id: given, ...row }): Approval =>
    present({ ...row, id: given ?? contentId('a', row.person, row.waitedFor, row.askedAt) }),
  key: (row) => [row.id],
  order: [['askedAt', 'answeredAt', 'or-same']],
});

export const outages = defineTable({
  kind: 'outages',
  hint: /outages?|downtime/,
  columns: {
    id: optional(id),
    site: required(site),
    what: required(text),
    from: onTheClock(required(moment)),
    to: onTheClock(required(moment)),
  },
  build: ({ id: given, ...row }): Outage =>
    present({ ...row, id: given ?? contentId('u', row.site, row.what, row.from) }),
  key: (row) => [row.id],
  order: [['from', 'to', 'before']],
});

export const attempts = defineTable({
  kind: 'attempts',
  hint: /attempts?|tried/,
  columns: {
    id: optional(id),
    person: required(person),
    tried: required(choice(['training', 'coaching', 'another-role', 'own-account'])),
    standards: several(standard, 'standard'),
    on: required(day, 'date'),
    result: optional(choice(['kept', 'not-kept'])),
    account: optional(choice(['did-not-know', 'could-not', 'was-told-to', 'chose-not-to'])),
  },
  build: ({ id: given, ...row }): Attempt =>
    present({
      ...row,
      id: given ?? contentId('p', row.person, row.tried, row.on, [...row.standards].sort().join(' ')),
    }),
  key: (row) => [row.id],
});

export const outcomes = defineTable({
  kind: 'outcomes',
  hint: /outcomes?|worth|results?/,
  columns: {
    contact: required(text, 'contact-id', 'call-id', 'call'),
    outcome: optional(text, 'result'),
    worth: optional(money, 'value'),
    on: optional(day, 'date'),
  },
  build: (row): ContactWorth => present(row),
  key: (row) => [row.contact],
});
