// What a letter cites and what came of it, on the wire.
import { z } from '@hono/zod-openapi';
import { ToldFailureShape } from '../../diagnosis/overview/overview.shape.ts';

export const LetterFollowedShape = z
  .object({
    quotes: z.array(ToldFailureShape).describe('Of contacts that whoever asks may see.'),
    document: z.string().nullable().describe('`policy/ID`: of which a new version was begun.'),
    published: z
      .object({ version: z.string(), from: z.string() })
      .nullable()
      .describe('The first version that cites it and was published, and from which day it holds.'),
    on: z.string().nullable(),
    says: z.string().describe('Why something could not be begun.'),
    fix: z
      .object({
        id: z.string(),
        says: z.string(),
        title: z.string(),
        state: z.string(),
        stateSays: z.string(),
        sentences: z.array(z.string()),
        change: z.number().nullable().describe('Of the failing rate: -0.1 is ten points less.'),
        here: z.boolean().describe('Whoever asks may open the fix itself.'),
        can: z.array(z.enum(['begin', 'done'])).describe('What whoever asks may do with it now.'),
        waits: z.array(z.object({ id: z.string(), name: z.string() })).describe('Sites where it is not done yet.'),
      })
      .nullable(),
  })
  .openapi('LetterFollowed');
export type LetterFollowed = z.infer<typeof LetterFollowedShape>;

export const LetterChoicesShape = z
  .object({
    documents: z.array(
      z.object({
        kind: z.enum(['policy', 'procedure']),
        id: z.string(),
        title: z.string(),
        parts: z.array(z.object({ id: z.string(), text: z.string() })),
      }),
    ),
    sites: z.array(z.object({ id: z.string(), name: z.string() })),
    quotes: z.array(ToldFailureShape),
  })
  .openapi('LetterChoices');
export type LetterChoices = z.infer<typeof LetterChoicesShape>;
