// Which names a request may call this server by, and which pages may call it: a page of another site that a browser
// shows must reach nothing here, not even through a name that somebody points at this machine (DNS rebinding).
import { isIP } from 'node:net';
import { Fault } from '../../kernel/fault.ts';

export interface ServedNames {
  /** Names by which it may be called besides this machine's own, in lower case. */
  readonly names: readonly string[];
  /** Whether it may be called by any address in numbers: where it listens beyond this machine. */
  readonly anyAddress: boolean;
}

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A link that a person follows from elsewhere (out of a letter read in a browser, back from single sign-on) opens a page all the
 * same: it brings no session along, which is `SameSite=Strict`, and whoever made it never sees what is answered.
 * @throws Fault `host-unknown` where the Host is not one that was told; `cross-site` where a page of elsewhere asks
 */
export function assertFromHere(headers: Headers, served: ServedNames, method: string): void {
  const host = headers.get('host') ?? '';
  const called = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  if (!called || called.host !== host.toLowerCase().replace(/:80$/, '') || !mayBeCalled(called.hostname, served)) {
    throw new Fault(
      'host-unknown',
      'forbidden',
      'This server does not answer to the name it was called by. Call it by the address that it printed, or start it with --name NAME.',
    );
  }
  const origin = headers.get('origin');
  const sameOrigin = origin === null || (URL.canParse(origin) && new URL(origin).host === called.host);
  const fromElsewhere = headers.get('sec-fetch-site') === 'cross-site' && !isFollowed(headers, method);
  if (!sameOrigin || fromElsewhere) {
    throw new Fault(
      'cross-site',
      'forbidden',
      'A page of another site may not call this server. Open its own address, or call it from a program.',
    );
  }
}

/** A page of its own that opens in the browser's window: never a frame, a picture, a form or a script's request. */
function isFollowed(headers: Headers, method: string): boolean {
  const mode = headers.get('sec-fetch-mode');
  return ['GET', 'HEAD'].includes(method) && mode === 'navigate' && headers.get('sec-fetch-dest') === 'document';
}

// An address in numbers can't be rebound: whoever calls by it has reached the machine that it is of.
function mayBeCalled(name: string, { names, anyAddress }: ServedNames): boolean {
  if (ownNames.has(name) || names.includes(name)) return true;
  return anyAddress && isIP(name.replaceAll(/^\[|\]$/g, '')) > 0;
}
