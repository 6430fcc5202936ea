// Undoing an import on the wire.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();

export const HeldImportShape = z
  .object({
    id: z.string(),
    contacts: count.openapi({ description: 'Contacts that the import brought, or of which it brought a version.' }),
    facts: count,
  })
  .openapi('HeldImport');

export const UndoneImportShape = HeldImportShape.extend({
  remaining: count.openapi({ description: 'Of these contacts, those of which another version stands.' }),
}).openapi('UndoneImport');

export type HeldImport = z.infer<typeof HeldImportShape>;
