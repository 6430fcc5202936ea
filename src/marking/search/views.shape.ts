// Searches kept by a name, on the wire.
import { z } from '@hono/zod-openapi';
import { ContactQueryShape } from './contacts.shape.ts';

export const SaveViewShape = z.object({
  name: z.string().trim().min(1).max(80),
  of: z.enum(['contacts']),
  query: ContactQueryShape.strict(),
});

export const SavedViewShape = SaveViewShape.extend({ id: z.string() }).openapi('SavedView');

export type SaveView = z.infer<typeof SaveViewShape>;
export type SavedView = z.infer<typeof SavedViewShape>;
