// Fixes on the wire: what was agreed, how it stands, what the contacts say, and what may be done now.
import { z } from '@hono/zod-openapi';
import { FigureShape } from '../diagnosis/money/money.shape.ts';
import { causes } from '../diagnosis/finding.core.ts';
import { fixKindNames } from './fix-kinds.core.ts';
import { verdicts } from './fix.core.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const cause = z.enum(causes);
const kind = z.enum(fixKindNames);
const ids = z.array(z.string().min(1).max(200)).max(500);

export const ProposalShape = z
  .object({
    pattern: z.string().optional().describe('Id of a pattern of the last run: fills in what is left out.'),
    standard: z.string().optional(),
    site: z.string().optional().describe('The pattern’s site; absent: all sites together.'),
    cause: cause.optional(),
    kind: kind.optional(),
    says: z.string().min(1).max(500).optional().describe('What will be done, in one sentence.'),
    owner: z.string().min(1).max(200).optional().describe('A person’s id, or a role.'),
    due: z.iso.date().optional(),
    sites: ids.optional().describe('Where it applies.'),
    expected: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('By how much the failing rate should fall: .1 is ten points.'),
    guardrails: ids.optional().describe('Standards that must not get worse; the customary few where left out.'),
    pickedFrom: z.iso.date().optional(),
    pickedTo: z.iso.date().optional(),
    on: z.iso.date().optional().describe('The day it was proposed; today where left out.'),
  })
  .openapi('FixProposal');

export const ChangeShape = z
  .object({
    on: z.iso.date().optional().describe('The day it happened; today where left out.'),
    sites: ids.optional().describe('For done: the sites where it stands from that day.'),
    why: z.string().min(1).max(500).optional(),
  })
  .openapi('FixChange');

const counts = z.object({ failed: count, marked: count });
const wait = z.object({ days: count, contacts: count }).nullable();

const EvidenceShape = z.object({
  verdict: z.enum(verdicts),
  because: z.string(),
  movedOn: z.iso.date().optional().describe('The first day from which the evidence was enough.'),
  change: z.number().nullable().describe('By how much failing fell, less what it would have anyway.'),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().describe('90 %, on all days together.'),
  eValue: z.number().nonnegative().describe('Evidence that failing fell; 20 is needed of a single fix.'),
  eValueOfHarm: z.number().nonnegative(),
  changedBefore: counts,
  changedAfter: counts,
  unchangedBefore: counts,
  unchangedAfter: counts,
  siteMonths: count,
  control: z.boolean(),
  luck: z.number().nonnegative().describe('Points taken off, since the sites were picked by these very contacts.'),
  worse: z.array(z.string()).describe('Guardrails that got worse.'),
  drift: z.object({
    before: count,
    after: count,
    change: z.number().nullable(),
    verdict: z.enum(['people', 'unchecked', 'sound', 'drifted']),
  }),
  foreseen: z.object({ fixed: wait, median: wait, fourInFive: wait }).nullable(),
});

export const FixShape = z
  .object({
    id: z.string(),
    pattern: z.string(),
    standard: z.string(),
    title: z.string(),
    site: z.string().optional(),
    cause,
    kind,
    kindSays: z.string(),
    says: z.string(),
    owner: z.string().optional(),
    due: z.iso.date().optional(),
    overdue: z.boolean(),
    sites: z.array(z.string()),
    siteNames: z.record(z.string(), z.string()).describe('What to call each of its sites.'),
    expected: share,
    guardrails: z.array(z.object({ id: z.string(), title: z.string() })),
    state: z.string(),
    stateSays: z.string(),
    begunOn: z.iso.date().optional(),
    doneOn: z.array(z.object({ site: z.string(), on: z.iso.date() })),
    verdictOn: z.iso.date().optional(),
    events: z.array(
      z.object({
        kind: z.string(),
        on: z.iso.date(),
        verdict: z.enum(verdicts).optional(),
        sites: z.array(z.string()).optional(),
        why: z.string().optional(),
      }),
    ),
    can: z.array(z.enum(['begin', 'done', 'check', 'drop', 'reopen'])),
    evidence: EvidenceShape.optional(),
    costs: z
      .strictObject({ currency: z.string(), money: FigureShape })
      .optional()
      .describe('What the misses that it is expected to avoid cost a month, where that was counted and stands.'),
    sentences: z.array(z.string()).describe('What can be said, the one that matters first.'),
  })
  .openapi('Fix');

export const FixesShape = z.object({ fixes: z.array(FixShape), says: z.string() }).openapi('Fixes');
export const ChangedFixShape = z.object({ changed: z.boolean(), fix: FixShape }).openapi('ChangedFix');
export const CheckedFixesShape = z
  .object({ fixes: z.array(FixShape), changed: z.array(z.string()), says: z.string() })
  .openapi('CheckedFixes');
