// The history on the wire.
import { z } from '@hono/zod-openapi';

export const LedgerHeadShape = z
  .object({ head: z.string().describe('Number and hash of the last line, as `ledger verify --head` takes it.') })
  .openapi('LedgerHead');
