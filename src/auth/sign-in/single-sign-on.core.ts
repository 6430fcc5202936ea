// How an owner sets single sign-on: four values of the environment.
import { Fault } from '../../kernel/fault.ts';
import type { SingleSignOn } from './server.core.ts';

const names = [
  'CUSTOMARY_SSO_NAME',
  'CUSTOMARY_SSO_ISSUER',
  'CUSTOMARY_SSO_CLIENT_ID',
  'CUSTOMARY_SSO_CLIENT_SECRET',
] as const;

/**
 * The provider that the environment names; null where it names none. Plain HTTP is for a provider of this machine alone.
 * @throws Fault `single-sign-on-malformed`
 */
export function singleSignOnSet(environment: Readonly<Record<string, string | undefined>>): SingleSignOn | null {
  const [name, issuer, clientId, clientSecret] = names.map((one) => environment[one]?.trim() ?? '');
  if (!name && !issuer && !clientId && !clientSecret) return null;
  if (name && issuer && clientId && clientSecret && isAddress(issuer)) return { name, issuer, clientId, clientSecret };
  throw new Fault(
    'single-sign-on-malformed',
    'malformed',
    `Set all of ${names.join(', ')}, or none; the issuer is an address that begins with https://.`,
  );
}

function isAddress(text: string): boolean {
  return /^https:\/\/[^/\s]/.test(text) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(text);
}
