// Cookies of sign-in: written so that no script reads them, no other site sends them, and, beyond this machine, no plain
// connection carries them.

export interface CookieWish {
  readonly name: string;
  /** Letters, digits, `-`, `_` and `.` alone; empty takes the cookie away. */
  readonly value: string;
  /** Seconds. */
  readonly lasts: number;
  /** Whether it comes along when another site leads here: only for the way back from single sign-on. */
  readonly fromElsewhere?: boolean;
}

/** This machine's own names, which a browser trusts without TLS. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

/**
 * The name in the browser: with the prefix that only a secure page of this very host can set, where there is TLS. Servers
 * of one machine share its cookies, whatever their ports, so there the port is part of the name.
 */
function cookieName(name: string, host: string): string {
  if (!isLoopback(host)) return `__Host-customary-${name}`;
  return `customary-${name}${/:(\d+)$/.exec(host)?.[0].replace(':', '-') ?? ''}`;
}

/** The text of a `Set-Cookie`. */
export function writeCookie(host: string, { name, value, lasts, fromElsewhere = false }: CookieWish): string {
  return [
    `${cookieName(name, host)}=${value}`,
    'Path=/',
    `Max-Age=${value === '' ? 0 : lasts}`,
    'HttpOnly',
    `SameSite=${fromElsewhere ? 'Lax' : 'Strict'}`,
    ...(isLoopback(host) ? [] : ['Secure']),
  ].join('; ');
}

/** The cookie's value; null where it isn't among those sent, or twice. */
export function readCookie(host: string, sent: string | undefined, name: string): string | null {
  const wanted = cookieName(name, host);
  const found = (sent ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .filter(([own]) => own === wanted);
  return found.length === 1 && found[0]!.length === 2 ? found[0]![1]! : null;
}
