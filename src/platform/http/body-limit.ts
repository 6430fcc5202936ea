// How large a request may be. Bodies that are read whole must say their length first; a file of contacts is read as it
// comes and may be of any length up to its limit.
import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';

const mebi = 1024 * 1024;
const ordinary = mebi;
/** Routes whose bodies are files: read whole as JSON, or as a stream. */
const larger: Readonly<Record<string, { readonly bytes: number; readonly streamed?: true }>> = {
  'PUT /v1/imports/{id}/files': { bytes: 8192 * mebi, streamed: true },
  'PUT /v1/uploads': { bytes: 8192 * mebi, streamed: true },
  'POST /v1/imports/preview': { bytes: 64 * mebi, streamed: true },
  'POST /v1/record': { bytes: 128 * mebi },
  'POST /v1/documents/import': { bytes: 24 * mebi },
  'PUT /v1/document-drafts/{draft}': { bytes: 16 * mebi },
  'POST /v1/past-marks': { bytes: 128 * mebi },
  'POST /v1/dissatisfied/training': { bytes: 128 * mebi },
  'POST /v1/standards/check': { bytes: 8 * mebi },
};

/**
 * Refuses a body that doesn't say that it is JSON where the route reads JSON: unread, it would seem to be missing.
 * @throws Fault `body-malformed`
 */
export function assertJsonBody(context: Context, route: string): void {
  if (larger[route]?.streamed || Number(context.req.header('content-length') ?? 0) === 0) return;
  if (/^application\/(?:[\w.+-]+\+)?json\b/i.test(context.req.header('content-type') ?? '')) return;
  throw new Fault(
    'body-malformed',
    'malformed',
    'The body is not said to be JSON. Send it as JSON, with the header Content-Type: application/json.',
  );
}

/**
 * Refuses a body that is too long by its own word, and cuts a streamed one at the limit.
 * @throws Fault `body-too-large`, `body-length-missing`
 */
export function limitBody(context: Context, route: string): void {
  const { bytes, streamed } = larger[route] ?? { bytes: ordinary };
  const told = context.req.header('content-length');
  if (told !== undefined) {
    if (Number(told) > bytes) throw tooLarge(bytes);
    return;
  }
  if (context.req.header('transfer-encoding') === undefined) return;
  if (!streamed) {
    throw new Fault('body-length-missing', 'malformed', 'Send the length of the body first, as Content-Length.');
  }
  const { raw } = context.req;
  if (!raw.body) return;
  let seen = 0;
  const counted = raw.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        seen += chunk.length;
        if (seen > bytes) controller.error(tooLarge(bytes));
        else controller.enqueue(chunk);
      },
    }),
  );
  const init: RequestInit & { duplex: 'half' } = {
    method: raw.method,
    headers: raw.headers,
    body: counted,
    duplex: 'half',
    signal: raw.signal,
  };
  context.req.raw = new Request(raw.url, init);
}

function tooLarge(bytes: number): Fault {
  return new Fault(
    'body-too-large',
    'malformed',
    `This route takes at most ${Math.floor(bytes / mebi)} MiB in one request. Send it in smaller parts.`,
  );
}
