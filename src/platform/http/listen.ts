// Puts an app on the network, and takes it off again: what was begun is finished first, for a while.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Fault } from '../../kernel/fault.ts';

export interface Listening {
  readonly port: number;
  /** Takes no new request, waits for those being answered at most `patience` ms, then cuts the rest off. */
  stop(patience: number): Promise<void>;
}

/** A whole file of contacts may take this long to arrive, in milliseconds; headers have a minute. */
const longestUpload = 6 * 3600 * 1000;

/**
 * Answers at host and port (0: any free one) with `fetch`.
 * @throws Fault `port-taken`, `address-refused`
 */
export async function listen(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: longestUpload, headersTimeout: 60_000, maxHeaderSize: 16 * 1024 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asFault(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  // A connection that breaks is its caller's matter; without a listener it would end the process.
  server.on('error', () => undefined);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: async (patience) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(cut);
    },
  };
}

function asFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Fault(
      'port-taken',
      'conflict',
      `Another program answers at port ${port} already. Name another with --port, or 0 for any free one.`,
    );
  }
  if (['EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EINVAL'].includes(error.code ?? '')) {
    return new Fault(
      'address-refused',
      'unavailable',
      `This machine does not let us answer at ${host}, port ${port} (${error.code}). Name an address of this machine with --host, or a port above 1023 with --port.`,
    );
  }
  return error;
}
