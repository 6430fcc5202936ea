// How one may sign in to a server, by the name that it is called by.
import type { SignInServer } from './server.core.ts';

export interface Ways {
  readonly password: true;
  readonly passkey: boolean;
  readonly singleSignOn: { readonly name: string } | null;
  readonly lookAround: boolean;
  readonly mail: boolean;
}

/** @param host as the browser called it, with the port */
export function waysHere({ demo, mail, singleSignOn }: SignInServer, host: string): Ways {
  return {
    password: true,
    passkey: !isNumbers(nameOf(host)),
    singleSignOn: singleSignOn === null ? null : { name: singleSignOn.name },
    lookAround: demo,
    mail,
  };
}

/** The name without the port and brackets: what a passkey is bound to. */
export function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
}

// A passkey is bound to a name; browsers take no address in numbers for one.
function isNumbers(name: string): boolean {
  return /^[\d.]+$/.test(name) || name.includes(':');
}
