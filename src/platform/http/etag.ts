// Entity tags on JSON replies to GET: who has read the same before is told so, in place of the same again. Weak ones: two
// replies that differ only in the moment they were made say the same.
import { hash } from 'node:crypto';
import type { Context } from 'hono';

/** Gives the reply its tag; a 304 without a body where the caller names it in If-None-Match. */
export async function tagReply(context: Context): Promise<void> {
  const { res, req } = context;
  const json = res.headers.get('content-type')?.startsWith('application/json') === true;
  if (!['GET', 'HEAD'].includes(req.method) || res.status !== 200 || !json) return;
  const tag = tagOf(await res.clone().text());
  const headers = new Headers(res.headers);
  headers.set('etag', tag);
  // It may be kept by the one who asked, and asked about again each time.
  headers.set('cache-control', 'private, no-cache');
  const known = (req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  const same = known.some((one) => one === '*' || weak(one) === weak(tag));
  if (same) headers.delete('content-type');
  context.res = undefined;
  context.res = same ? new Response(null, { status: 304, headers }) : new Response(res.body, { status: 200, headers });
}

const madeAt = /"madeAt":"[^"]*"/g;

function tagOf(body: string): string {
  return `W/"${hash('sha256', body.replaceAll(madeAt, '"madeAt":""'), 'hex').slice(0, 32)}"`;
}

const weak = (tag: string): string => tag.replace(/^W\//, '');
