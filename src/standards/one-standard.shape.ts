// One standard on the wire: told whole, tried on contacts before it is saved, saved.
import { z } from '@hono/zod-openapi';
import { StandardShape } from './standards.shape.ts';

const count = z.int().nonnegative();
const verdict = z.enum(['met', 'failed', 'not-applicable', 'unsure']);
const evidence = z.object({ turn: count, from: count, to: count });

export const ExampleShape = z.object({
  expected: verdict,
  got: verdict,
  passed: z.boolean(),
  line: count,
  facts: z.array(z.string()),
  turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  evidence: z.array(evidence),
});

/** How one example came out, as it is shown. */
export type ExampleTold = z.infer<typeof ExampleShape>;

export const OneStandardShape = z
  .object({
    standard: StandardShape,
    rules: z.array(z.object({ when: z.string(), says: z.string() })).describe('Its conditions in plain English.'),
    cues: z.array(z.object({ name: z.string(), phrases: z.array(z.string()) })).describe('What it listens for.'),
    examples: z.array(ExampleShape),
    published: z
      .array(z.object({ says: z.string(), source: z.string() }))
      .describe('What others found, never targets.'),
    written: z.string().describe('Its own lines of its pack, and of the cues that it names: what an editor changes.'),
    stamp: z.string().describe('Of what is written; a change is saved only by who names the one that is there.'),
    changedHere: z.boolean().describe('It is not as it ships.'),
    versions: z
      .array(z.object({ version: z.string(), seenAt: z.iso.datetime(), says: z.string() }))
      .describe('By which contacts were marked, newest first.'),
    saved: z
      .array(z.object({ id: z.string(), written: z.string().nullable(), note: z.string(), savedAt: z.iso.datetime() }))
      .describe('What was written here, newest first; without a text: back to what it was.'),
    can: z.object({ change: z.boolean() }),
  })
  .openapi('OneStandard');
export type OneStandard = z.infer<typeof OneStandardShape>;

const written = z.string().min(1).max(400_000);

export const PreviewAskShape = z
  .object({
    standard: z.string().max(200),
    written: written.describe('Its lines as they would be.'),
    contacts: z.int().min(1).max(20_000).default(5000).describe('Most contacts to try it on.'),
    seconds: z.number().min(0.5).max(20).default(5).describe('How long to try it.'),
  })
  .openapi('PreviewAsk');

const counts = z.object({ met: count, failed: count, 'not-applicable': count, unsure: count });
const side = z.object({
  verdict,
  confidence: z.number().optional(),
  quotes: z.array(z.object({ turn: count, speaker: z.string(), text: z.string(), from: count, to: count })),
});

export const PreviewShape = z
  .object({
    errors: z
      .array(
        z.object({
          line: count,
          column: count,
          what: z.string(),
          write: z.string(),
          source: z.string().optional(),
        }),
      )
      .describe('Mistakes, with the line of what was sent. With any, nothing was tried.'),
    examples: z.array(ExampleShape).describe('Those that stand in what was sent.'),
    others: z
      .array(ExampleShape)
      .describe('Further examples that came with the standard and come out otherwise now; they stop nobody.'),
    of: count.describe('Contacts that there are.'),
    looked: count.describe('Contacts that it was tried on.'),
    before: counts,
    after: counts,
    flipped: count,
    flips: z.array(z.object({ contact: z.string(), before: side, after: side })),
  })
  .openapi('Preview');
export type PreviewOnWire = z.infer<typeof PreviewShape>;

export const SaveStandardShape = z
  .object({
    written: written.nullable().describe('Null: back to what it was before anybody changed it here.'),
    note: z.string().max(500).default('').describe('What changed and why.'),
    began: z.string().max(200).describe('The stamp of what you began with.'),
  })
  .openapi('SaveStandard');

export const KeptShape = z.object({ kept: z.boolean() });
