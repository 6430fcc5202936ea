// Calls a server of this machine as the client calls the app in-process. Node's own fetch gives up on a reply that is
// silent for five minutes; a long run of marking or a fit may well be, so the plain request of node:http is used.
import { request as begin, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Fault } from '../../kernel/fault.ts';
import type { ServerNote } from '../../platform/http/server-note.ts';

/** Sends requests for any host to the server of the note. @throws Fault `server-gone` */
export function overHttp({ address, token }: ServerNote): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = { ...Object.fromEntries(request.headers), authorization: `Bearer ${token}` };
    // Read whole where it is short: a JSON body must say its length.
    const whole = headers['content-type' as keyof typeof headers] === 'application/json';
    const body = whole ? Buffer.from(await request.arrayBuffer()) : null;
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = begin(
        `${address}${pathname}${search}`,
        {
          method: request.method,
          headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
        },
        resolve,
      );
      sent.on('error', () => reject(gone(address)));
      if (body || !request.body) sent.end(body ?? undefined);
      // The reply begins while the body is still being sent; what breaks here breaks the reply too.
      else pipeline(Readable.fromWeb(request.body as NodeStream), sent).catch(() => undefined);
    });
    return new Response(nothingIn(reply) ? null : linesOf(reply, address), {
      status: reply.statusCode ?? 500,
      headers: { 'content-type': reply.headers['content-type'] ?? '' },
    });
  };
}

const nothingIn = (reply: IncomingMessage): boolean => reply.statusCode === 204 || reply.statusCode === 304;

function linesOf(reply: IncomingMessage, address: string): ReadableStream<Uint8Array> {
  const chunks = reply[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      } catch {
        controller.error(gone(address));
      }
    },
    cancel: () => {
      reply.destroy();
    },
  });
}

function gone(address: string): Fault {
  return new Fault(
    'server-gone',
    'unavailable',
    `The server at ${address} does not answer any more. Start it again with customary serve, or run the command without it.`,
  );
}
