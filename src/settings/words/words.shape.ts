// The organisation's words on the wire.
import { z } from '@hono/zod-openapi';

const words = z.string().max(200);

/** Checked like organisation.yaml, so that a mistake is told the same way. */
export const WordsShape = z
  .object({
    name: words,
    otherNames: z.array(words).max(50).default([]).describe('Other names that a rep may answer with.'),
    customerWord: words.describe('The word for a customer: customer, member, patient.'),
    products: z.array(words).max(200).default([]).describe('What is offered, in the words that people say.'),
    currency: z.string().max(20).describe('Three letters, e.g. USD.'),
    enquiriesAMonth: z.number().nullable().default(null),
    conversion: z.number().nullable().default(null).describe('The share of enquiries that is won, 0 to 1.'),
    worthOfAStay: z.number().nullable().default(null).describe('What one customer who was won is worth.'),
  })
  .openapi('OrganisationWords');

export const KeptWordsShape = z
  .object({ words: WordsShape.nullable().describe('Null: nothing is known of the organisation yet.') })
  .openapi('KeptWords');

export type WordsOnWire = z.infer<typeof WordsShape>;
export type KeptWordsOnWire = z.infer<typeof KeptWordsShape>;
