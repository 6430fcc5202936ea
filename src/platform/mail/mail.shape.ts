// Mail that waits, on the wire: for owners, who pass it on by hand where no mail server is set.
import { z } from '@hono/zod-openapi';

export const OutboxShape = z
  .object({
    /** Whether a mail server is set, so that this will be sent by itself. */
    sends: z.boolean(),
    mail: z.array(
      z.object({
        id: z.string(),
        to: z.string(),
        subject: z.string(),
        words: z.string(),
        madeAt: z.iso.datetime(),
        tries: z.int(),
        failed: z.string().nullable().describe('UNKNOWN: nobody can know whether it went, and it is not sent again.'),
      }),
    ),
  })
  .openapi('Outbox');
