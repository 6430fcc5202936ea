// Sets of standards on the wire.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();

export const PacksShape = z
  .object({
    packs: z.array(
      z.object({
        name: z.string(),
        says: z.string().optional(),
        changes: z.string().optional().describe('The set whose standards these take the place of.'),
        own: z.boolean().describe('The organisation’s own; else it ships.'),
        standards: count,
        kept: count,
      }),
    ),
    change: z.boolean().describe('Whether whoever asks may choose.'),
  })
  .openapi('Packs');

export const ChoosePacksShape = z
  .union([
    z.object({ choose: z.enum(['few', 'all']) }).strict(),
    z.object({ pack: z.string().max(100), kept: z.boolean() }).strict(),
  ])
  .openapi('ChoosePacks');

export const OwnPackShape = z.object({ text: z.string().min(1).max(2_000_000) }).openapi('OwnPack');

export const PutPackShape = z.object({ name: z.string() });

export type PacksOnWire = z.infer<typeof PacksShape>;
