// One contact on the wire: its words, what was said of it with the places of the quotes, and why it went as it did.
import { z } from '@hono/zod-openapi';
import { NamedShape } from '../../marking/search/contacts.shape.ts';
import { CauseShape, PerCauseShape, StandingShape } from '../cause.shape.ts';
import { EvidenceShape } from '../shown-failure.shape.ts';

const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const stretch = z.object({ fromTurn: count, toTurn: count });

const TurnShape = z.object({
  speaker: z.enum(['rep', 'customer', 'other']),
  text: z.string(),
  start: seconds.optional(),
  end: seconds.optional(),
  pauses: z.array(z.object({ at: seconds, seconds })).optional(),
});

const MarkShape = z.object({
  id: z.string(),
  standard: z.string(),
  title: z.string(),
  says: z.string(),
  failing: z.string().optional(),
  instead: z.string().optional(),
  because: z.string().optional(),
  kind: z.enum(['standard', 'atrocity']),
  weight: z.number().positive(),
  firstImpression: z.boolean(),
  verdict: z.enum(['met', 'failed', 'not-applicable', 'unsure']),
  marker: z.enum(['cue', 'learned', 'model', 'reviewer', 'shopper']),
  confidence: z.number().min(0).max(1),
  evidence: z.array(EvidenceShape).describe('Places in the turns: light `from` to `to` (UTF-16) of the turn.'),
  searched: stretch.optional().describe('For what was never said: the turns looked through.'),
  why: z.string().optional().describe('Why it is unsure.'),
  finding: z.string().optional(),
});

const LadderShape = z.object({
  mark: z.string(),
  finding: z.string().describe('GET /v1/findings/{finding}/explanation tells it whole.'),
  standard: z.string(),
  standing: StandingShape,
  leading: z.array(CauseShape),
  odds: PerCauseShape,
  rungs: z.array(
    z.object({
      rung: z.int().min(1).max(12),
      asks: z.string(),
      answer: z.enum(['yes', 'no', 'no-record']),
      pointsTo: CauseShape.optional(),
      sentence: z.string(),
    }),
  ),
});

export const OneContactShape = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    source: z.object({ file: z.string(), originalId: z.string(), format: z.string() }),
    channel: z.string(),
    direction: z.string().optional(),
    language: z.string(),
    timing: z.enum(['none', 'starts', 'full']),
    heardBy: z.enum(['recogniser', 'person']).optional(),
    kinds: z.array(z.string()),
    reason: EvidenceShape.optional(),
    site: NamedShape.optional(),
    person: NamedShape.optional(),
    startedAt: z.iso.datetime().optional(),
    startedLocal: z.string().optional(),
    day: z.iso.date().optional(),
    durationSeconds: seconds.optional(),
    outcome: z.string().optional(),
    outcomeStated: z.string().optional(),
    productAsked: z.string().optional(),
    priceQuoted: z.number().optional(),
    rings: count.optional(),
    secondsToAnswer: seconds.optional(),
    consentBasis: z.string(),
    repFrom: z.enum(['stated', 'worked-out', 'told']),
    repCertainty: z.number().min(0).max(1),
    notes: z.array(z.string()),
    turns: z.array(TurnShape),
    answers: z.array(z.object({ question: z.string(), answer: z.string() })),
    holds: z
      .array(z.object({ from: seconds, to: seconds, kind: z.enum(['hold', 'pause']) }))
      .nullable()
      .describe('null: not known.'),
    marks: z.array(MarkShape).describe('What a machine, a form or a shopper said.'),
    people: z
      .array(
        z.object({
          standard: z.string(),
          title: z.string(),
          kind: z.enum(['standard', 'atrocity']),
          verdict: z.enum(['met', 'failed', 'not-applicable', 'unsure']),
          by: z.enum(['one', 'two', 'adjudicated']),
          mark: z.string().describe('What whoever served disputes.'),
          evidence: z.array(EvidenceShape),
        }),
      )
      .describe('What reviewers say, without names: it goes before every other mark of the standard.'),
    reviewing: z
      .boolean()
      .describe('You have it in hand for a review: what anybody said of it is kept from you until you have said it.'),
    times: z
      .object({
        seconds,
        rep: seconds,
        customer: seconds,
        other: seconds,
        silence: seconds.describe('Until the last words.'),
        after: seconds.describe('From the last words to the end.'),
        onHold: seconds,
        paused: seconds,
      })
      .nullable()
      .describe('Seconds; null where it isn’t known when each turn began and ended.'),
    firstImpression: z.object({
      rings: count.optional(),
      secondsToAnswer: seconds.optional(),
      met: count,
      failed: count,
      marks: z.array(z.string()),
    }),
    failures: z.array(LadderShape),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        what: z.enum(['imported', 'read again', 'marked']),
        version: z.int().positive().optional(),
        import: z.object({ id: z.string(), label: z.string() }).optional(),
      }),
    ),
  })
  .openapi('Contact');

export type OneContact = z.infer<typeof OneContactShape>;
