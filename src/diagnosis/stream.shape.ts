// What `--json` writes: one JSON document whose three long lists are streamed. docs/api/report.schema.json is made from
// this file and a test keeps the two in step.
import { z } from 'zod';
import { PerCauseShape, StandingShape } from './cause.shape.ts';
import { EvidenceShape, RungShape, TurnShape } from './shown-failure.shape.ts';
import { HeadShape, OrganisationShape, ReportSummary, SiteShape, StandardRowShape } from './report.shape.ts';

export const ContactLine = z.strictObject({
  id: z.string(),
  version: z.int().positive().optional(),
  source: z
    .strictObject({ file: z.string(), originalId: z.string(), format: z.string() })
    .describe('The file it came from and the id it had there.'),
  channel: z.string(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  language: z.string().optional(),
  startedAt: z.iso.datetime().optional().describe('Left out where no more than the day is known.'),
  startedLocal: z
    .string()
    .optional()
    .describe("The day or clock time as its source wrote it, by the site's clock, where the source gave no zone."),
  site: z.string().optional(),
  person: z.string().optional().describe("The rep's id in the record, never a name; only where ids were asked for."),
  kinds: z.array(z.string()).optional(),
  reason: z.string().optional().describe("The reason in the customer's own words."),
  outcome: z.string().optional(),
  turns: z.array(TurnShape),
  answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })).optional(),
  notes: z.array(z.string()).optional(),
});

export const MarkLine = z.strictObject({
  id: z.string(),
  contact: z.string(),
  standard: z.string(),
  version: z.string().optional().describe('Version of the standard that was marked.'),
  verdict: z.enum(['met', 'failed', 'not-applicable', 'unsure']),
  marker: z.enum(['cue', 'learned', 'model', 'reviewer', 'shopper']),
  confidence: z.number().min(0).max(1),
  evidence: z.array(EvidenceShape),
  searched: z.strictObject({ fromTurn: z.int().nonnegative(), toTurn: z.int().nonnegative() }).nullable(),
  why: z.string().optional().describe('Why it is unsure.'),
});

export const FindingLine = z.strictObject({
  id: z.string().optional(),
  mark: z.string(),
  contact: z.string().optional(),
  standard: z.string().optional(),
  odds: PerCauseShape.describe('Odds over the five causes; they add up to 1.'),
  standing: StandingShape,
  rungs: z.array(RungShape),
  leading: z.array(z.string()).optional(),
  gaps: z.array(z.strictObject({ area: z.string(), rung: z.int() })).optional(),
});

/** Everything but the lists that have lines of their own. */
const SummaryInDocument = ReportSummary.omit({
  head: true,
  organisation: true,
  standards: true,
  sites: true,
  failures: true,
  contacts: true,
});

export const ReportDocument = z
  .strictObject({
    head: HeadShape,
    organisation: OrganisationShape,
    sites: z.array(SiteShape),
    standards: z.array(StandardRowShape),
    summary: SummaryInDocument,
    contacts: z.array(ContactLine),
    marks: z.array(MarkLine),
    findings: z.array(FindingLine),
  })
  .describe('What `customary diagnose --json FILE` writes.');

export type ContactLine = z.infer<typeof ContactLine>;
export type MarkLine = z.infer<typeof MarkLine>;
export type FindingLine = z.infer<typeof FindingLine>;
export type ReportDocument = z.infer<typeof ReportDocument>;
