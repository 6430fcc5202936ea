// Markers on the wire: of each standard who marks by it and how far that agrees with people; a learned marker's card.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const id = z.string().min(1).max(200);

const FigureShape = z.object({ value: z.number(), low: z.number(), high: z.number() }).openapi('MarkerFigure');

export const WhyNotShape = z.enum([
  'agrees-no-better',
  'not-shown-yet',
  'depends-on-who-speaks',
  'says-something-else',
  'older-program',
]);

export const MarkerRuleShape = z
  .object({
    afterReviews: z
      .int()
      .min(0)
      .max(100_000)
      .describe('Learned again after so many new marks of people; 0: only when somebody asks.'),
    byItself: z.boolean().describe('What proved better than the cues comes in without anybody pressing anything.'),
  })
  .openapi('MarkerRule');

const brief = {
  id,
  madeAt: z.iso.datetime(),
  reviews: count.describe('Marks of people that it was taught by.'),
  learned: FigureShape.describe('Cohen’s kappa with people, on contacts of people it had not heard.'),
  cue: FigureShape.describe('The same of the cues, on the same contacts.'),
  difference: FigureShape.describe('Learned minus cues.'),
  duels: count.describe('Pairs of reviews that one of the two told apart better.'),
  won: count.describe('Those that the learned one did.'),
  flips: count.describe('Verdicts that changed with who speaks.'),
  pairs: count.describe('Of so many.'),
  whyNot: z.array(WhyNotShape).describe('Why it may not stand; none where it may.'),
};
const MarkerShape = z.object(brief).openapi('LearnedMarker');

const sided = z.object({ learned: z.number(), cue: z.number() });

export const MarkerCardShape = z
  .object({
    taughtBy: z.object({
      reviews: count,
      met: count,
      failed: count,
      notApplicable: count,
      persons: count,
      sites: count,
      pastMarks: count.describe('Of the marks, those brought from before reviews were kept here.'),
    }),
    figures: z.object({
      reviews: count,
      persons: count,
      folds: count,
      learned: FigureShape,
      cue: FigureShape,
      difference: FigureShape,
      ac1: sided,
      agreed: sided,
      unsure: sided,
      calibration: z.array(z.object({ said: z.number(), seen: z.number(), contacts: count })).readonly(),
      calibrationError: z.number(),
      over: z.enum(['people', 'contacts']),
    }),
    evidence: z.object({ wealth: z.number(), needed: z.number(), duels: count, won: count }),
    invariance: z.object({
      pairs: count,
      flips: count,
      swaps: z.array(z.object({ what: z.string(), pairs: count, flips: count })).readonly(),
    }),
    calibrated: z.enum(['platt', 'isotonic']),
    appliesBy: z.enum(['learned', 'cue', 'always']).describe('Who says where the standard applies.'),
    columns: count,
    band: z.object({ from: z.number(), to: z.number() }).nullable(),
  })
  .openapi('MarkerCard');

const ofStandard = {
  standard: id,
  title: z.string(),
  kind: z.enum(['standard', 'atrocity']),
  reviews: count.describe('Contacts of which people said what it comes to: reviews and past marks.'),
  people: z
    .object({ kappa: z.number().nullable(), pairs: count })
    .describe('How far people agree with each other, where two marked without seeing each other’s marks.'),
  stands: z.enum(['cue', 'learned']),
  learned: MarkerShape.optional().describe('The learned marker that stands; else the newest.'),
  untilDue: count.nullable().describe('New marks of people until it is learned again; null: only when somebody asks.'),
  rule: MarkerRuleShape,
};

const can = z.object({ train: z.boolean(), decide: z.boolean() });

export const MarkersShape = z.object({ standards: z.array(z.object(ofStandard)), can }).openapi('Markers');

const WordShape = z.object({ words: z.string(), by: z.enum(['rep', 'customer']), weight: z.number() });

export const OneMarkersShape = z
  .object({
    ...ofStandard,
    says: z.string(),
    since: z.iso.datetime().optional().describe('Since when what stands stands, where anybody ever decided.'),
    marker: id.optional().describe('The learned marker that somebody let in; left out where the cues mark.'),
    markers: z.array(z.object({ ...brief, card: MarkerCardShape, madeBy: z.string() })).describe('The newest first.'),
    history: z.array(
      z.object({
        marker: id.nullable().describe('null: the cues.'),
        since: z.iso.datetime(),
        by: z.string(),
        how: z.enum(['person', 'by-itself']),
      }),
    ),
    words: z.object({ met: z.array(WordShape), failed: z.array(WordShape) }),
    can,
  })
  .openapi('MarkersOfStandard');

export const TrainMarkersShape = z
  .object({
    standards: z.array(id).max(500).optional().describe('Those alone; where left out, all that people marked.'),
    due: z.boolean().default(false).describe('Only those that are due by their rules.'),
  })
  .openapi('TrainMarkers');

const about = { standard: id, title: z.string() };

export const MarkerTrainingLineShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    ...about,
    step: z.enum(['hearing', 'testing', 'swapping']),
    done: count,
    of: count,
  }),
  z.object({ kind: z.literal('too-few'), ...about, detail: z.string() }),
  z.object({
    kind: z.literal('trained'),
    ...about,
    marker: id,
    card: MarkerCardShape,
    whyNot: z.array(WhyNotShape),
    promoted: z.boolean(),
  }),
]);

export const PromoteShape = z.object({ marker: id }).openapi('PromoteMarker');

export const StandsShape = z
  .object({ standard: id, stands: z.enum(['cue', 'learned']), marker: id.optional() })
  .openapi('MarkerStands');

export type MarkerOnWire = z.infer<typeof MarkerShape>;
export type MarkersOnWire = z.infer<typeof MarkersShape>;
export type OneMarkersOnWire = z.infer<typeof OneMarkersShape>;
