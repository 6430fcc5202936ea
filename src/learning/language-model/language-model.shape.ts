// A language model as marker, on the wire.
import { z } from '@hono/zod-openapi';
import { mostStandards, providers } from './model-marker.core.ts';

const count = z.int().nonnegative();

export const SetModelShape = z
  .object({
    provider: z
      .enum(providers)
      .describe(
        '`openai`: the form of OpenAI’s chat completions, which most servers speak; `anthropic`: its messages.',
      ),
    url: z.string().trim().min(8).max(500).describe('What stands before `/chat/completions` or `/v1/messages`.'),
    model: z.string().trim().min(1).max(200),
    key: z
      .string()
      .trim()
      .max(500)
      // It goes into a header of what is sent.
      .regex(/^[\x20-\x7e]*$/, 'expected a key on one line, of plain letters, digits and signs')
      .nullable()
      .optional()
      .describe('Kept sealed and never told again. Left out: the one that is kept for this address; null: none.'),
    standards: z.array(z.string().max(200)).min(1).max(mostStandards),
    share: z.number().gt(0).max(1).default(1).describe('Of contacts; which ones, their ids decide.'),
    tokensAMonth: z.int().min(1000).max(10_000_000_000).default(1_000_000).describe('In and out, by the month (UTC).'),
    atOnce: z.int().min(1).max(8).default(2).describe('Contacts asked about at one time.'),
  })
  .openapi('SetLanguageModel');

const AgreementShape = z
  .object({
    contacts: count,
    drawn: z.boolean(),
    same: z.number().nullable(),
    kappa: z.number().nullable(),
    alpha: z.number().nullable(),
    alphaInterval: z.object({ low: z.number(), high: z.number() }).nullable(),
    ac1: z.number().nullable(),
  })
  .nullable();

export const LanguageModelShape = z
  .object({
    set: z
      .object({
        provider: z.enum(providers),
        url: z.string(),
        model: z.string(),
        hasKey: z.boolean(),
        standards: z.array(z.string()),
        share: z.number(),
        tokensAMonth: count,
        atOnce: count,
        setAt: z.iso.datetime(),
        used: z.object({ calls: count, tokensIn: count, tokensOut: count }).describe('This month.'),
      })
      .nullable()
      .describe('Null: none is set, and none is asked.'),
    privateToo: z.boolean().describe('Whether addresses of this machine and of private networks may be named.'),
    canSet: z.boolean(),
    standards: z.array(
      z.object({
        standard: z.string(),
        title: z.string(),
        kind: z.enum(['standard', 'atrocity']),
        said: z.object({ met: count, failed: count, 'not-applicable': count, unsure: count }),
        model: AgreementShape.describe('Against people.'),
        inUse: AgreementShape.describe('The marker in use against people, on the same contacts.'),
      }),
    ),
    choices: z.array(z.object({ id: z.string(), title: z.string() })).describe('Standards that it may be asked.'),
    instructed: z.array(z.string()).describe('Contacts whose words speak to whoever marks, the last found first.'),
  })
  .openapi('LanguageModel');

export const TriedShape = z
  .object({
    readable: z.boolean(),
    verdicts: z.array(z.object({ standard: z.string(), verdict: z.string(), why: z.string().nullable() })),
    tokens: count,
    ms: count,
  })
  .openapi('LanguageModelTried');

export const ModelSaysShape = z
  .object({
    hidden: z.boolean().describe('You review this contact yourself and are not done.'),
    model: z.string().nullable().describe('The model in use; null where none is named.'),
    instructed: z.boolean().describe('Words in the contact speak to whoever marks; they were not sent.'),
    says: z.array(
      z.object({
        standard: z.string(),
        title: z.string(),
        kind: z.enum(['standard', 'atrocity']),
        verdict: z.enum(['met', 'failed', 'not-applicable', 'unsure']),
        evidence: z.array(z.object({ turn: count, from: count, to: count, at: z.number().optional() })),
        why: z.string().nullable(),
      }),
    ),
  })
  .openapi('ModelSays');
