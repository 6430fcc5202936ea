// Legal holds on the wire.
import { z } from '@hono/zod-openapi';
import { holdAbout } from './legal-hold.core.ts';

const reason = z.string().trim().min(3).max(500);
const day = z.iso.date();

export const PlaceHoldShape = z
  .discriminatedUnion('about', [
    z.object({ about: z.literal('contact'), contact: z.string().min(1).max(100), says: reason }),
    z.object({
      about: z.literal('site'),
      site: z.string().min(1).max(200),
      from: day.optional(),
      to: day.optional(),
      says: reason,
    }),
    z.object({ about: z.literal('customer'), customer: z.string().trim().min(1).max(400), says: reason }),
    z.object({
      about: z.literal('document'),
      kind: z.enum(['policy', 'procedure']),
      document: z.string().trim().min(1).max(200),
      says: reason,
    }),
    z.object({ about: z.literal('letter'), letter: z.string().trim().min(1).max(100), says: reason }),
    z.object({ about: z.literal('person'), person: z.string().trim().min(1).max(200), says: reason }),
  ])
  .openapi('PlaceLegalHold', {
    description:
      'A customer is named by their reference as sources write it; only its keyed digest is kept. A letter is named by its id or its number, a document and a person by their ids in the record.',
  });

export const ReleaseHoldShape = z
  .object({ says: reason.openapi({ description: 'Why it may go.' }) })
  .openapi('ReleaseLegalHold');

export const LegalHoldShape = z
  .object({
    id: z.string(),
    about: z.enum(holdAbout),
    contact: z.string().optional(),
    site: z.string().optional(),
    from: day.optional(),
    to: day.optional().describe('The last day that is held.'),
    says: z.string(),
    placedAt: z.iso.datetime(),
    placedBy: z.string(),
    releasedAt: z.iso.datetime().optional(),
    releasedBy: z.string().optional(),
    releaseSays: z.string().optional(),
    kind: z.enum(['policy', 'procedure']).optional(),
    document: z.string().optional(),
    letter: z.string().optional(),
    person: z.string().optional(),
    holds: z.int().nonnegative().describe('Contacts that it keeps now.'),
    rows: z.int().nonnegative().describe('Rows of the record that it keeps now beside them.'),
  })
  .openapi('LegalHold');

export const LegalHoldsShape = z.object({ holds: z.array(LegalHoldShape) }).openapi('LegalHolds');

export type LegalHoldsOnWire = z.infer<typeof LegalHoldsShape>;
export type LegalHoldOnWire = z.infer<typeof LegalHoldShape>;
