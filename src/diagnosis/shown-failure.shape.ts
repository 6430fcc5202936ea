// One failure on the wire with everything needed to follow it: the quote, the contact it stands in, the ladder, the odds.
import { z } from 'zod';
import { CauseShape, PerCauseShape, StandingShape } from './cause.shape.ts';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);

export const EvidenceShape = z.strictObject({
  turn: count,
  from: count,
  to: count,
  at: z.number().nonnegative().optional().describe('Seconds from the start of the contact.'),
  quote: z.string().describe('The stored words between `from` and `to` (UTF-16 offsets into the text of the turn).'),
});

export const ReadFromShape = z.strictObject({
  kind: z.string(),
  id: z.string(),
  version: z.string().optional(),
  part: z.string().optional(),
  evidence: z.strictObject({ turn: count, from: count, to: count, at: z.number().nonnegative().optional() }).optional(),
});

export const RungShape = z.strictObject({
  rung: z.int().min(1).max(12),
  answer: z.enum(['yes', 'no', 'no-record']),
  pointsTo: CauseShape.optional(),
  detail: z.string().optional(),
  level: z.enum(['site', 'district', 'owner']).optional(),
  fromWords: z.boolean(),
  readFrom: z.array(ReadFromShape),
  sentence: z.string(),
  factors: z.partialRecord(CauseShape, z.number().nonnegative()),
});

export const TurnShape = z.strictObject({
  speaker: z.enum(['rep', 'customer', 'other']),
  text: z.string(),
  start: z.number().nonnegative().optional(),
  end: z.number().nonnegative().optional(),
});

/** A contact whose transcript the report shows. */
export const ShownContactShape = z.strictObject({
  id: z.string(),
  source: z.strictObject({ file: z.string(), originalId: z.string(), format: z.string() }),
  channel: z.string(),
  kind: z.string().optional(),
  site: z.string().optional(),
  /** The rep's id in the record; views leave it out unless it was asked for. */
  person: z.string().optional(),
  day: z.iso.date().optional(),
  turns: z.array(TurnShape),
  answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
});

/** One failure with everything needed to follow it: the quote, the transcript (by contact), the ladder, the odds. */
export const ShownFailureShape = z.strictObject({
  mark: z.string(),
  contact: z.string(),
  standard: z.string(),
  marker: z.enum(['cue', 'learned', 'model', 'reviewer', 'shopper']),
  confidence: unit,
  evidence: z.array(EvidenceShape),
  searched: z.strictObject({ fromTurn: count, toTurn: count }).optional(),
  odds: PerCauseShape.optional(),
  standing: StandingShape.optional(),
  leading: z.array(CauseShape),
  rungs: z.array(RungShape),
});

export type ShownContact = z.infer<typeof ShownContactShape>;
export type ShownFailure = z.infer<typeof ShownFailureShape>;
