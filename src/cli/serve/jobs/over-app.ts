// Work as requests to the same routes that commands ask, in-process: as whoever asked for the job, and left when it is cancelled.
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { App } from '../../../platform/http/api.ts';
import { keepAsked } from '../../../platform/http/asked.ts';
import { readLines } from '../../../platform/http/lines.ts';
import type { Problem } from '../../../platform/http/problem.ts';
import { asFault } from '../../client.ts';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly json?: unknown;
  readonly bytes?: ReadableStream<Uint8Array>;
}

/** Asks a route. @throws Fault as the route's problem says */
export async function askApp(app: App, actor: Actor, { method, path, json, bytes }: Sent): Promise<Response> {
  const init: RequestInit & { duplex?: 'half' } = {
    method,
    ...(json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
    ...(bytes === undefined ? {} : { body: bytes, duplex: 'half' as const }),
  };
  const request = new Request(`http://in-process${path}`, init);
  keepAsked(request, { id: randomUUID(), route: null, actor });
  const reply = await app.fetch(request);
  if (!reply.ok) throw asFault((await reply.json()) as Problem);
  return reply;
}

/** The lines of a reply, until the signal. @throws Fault of a line that tells of a problem */
export async function* linesOf(reply: Response, signal: AbortSignal): AsyncGenerator<Record<string, unknown>> {
  for await (const line of readLines(reply) as AsyncGenerator<Record<string, unknown>>) {
    if (line['kind'] === 'problem') throw asFault(line['problem'] as Problem);
    yield line;
    if (signal.aborted) return;
  }
}
