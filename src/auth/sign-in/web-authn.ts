// Passkeys (WebAuthn), by the library that checks what browsers send: options to ask with, and answers read. A passkey is
// bound to the server's name, and whoever uses it shows a finger, a face or a code to their own device.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** What a browser's page answers with, as yet unread. */
export type Answer = Readonly<Record<string, unknown>>;

/** Where the server stands for the browser that asks. */
export interface Place {
  /** The name without the port. */
  readonly name: string;
  readonly origin: string;
}

export interface ReadPasskey {
  readonly id: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

const patience = 5 * 60_000;
/** Ed25519, ES256, RS256: what devices have. Told, since asking this Node for newer ones warns on its log. */
const algorithms = [-8, -7, -257];

/** Ask a browser to make a passkey for a member. */
export async function askForNew(
  { name: rpID }: Place,
  organisation: string,
  member: { readonly id: string; readonly name: string; readonly email: string | null },
  existing: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: organisation,
    rpID,
    userID: new TextEncoder().encode(member.id),
    userName: member.email ?? member.name,
    userDisplayName: member.name,
    timeout: patience,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: existing.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The passkey that a browser made; null where the answer isn't to this challenge, from this place, of a verified user. */
export async function readNew(place: Place, challenge: string, answer: Answer): Promise<ReadPasskey | null> {
  const read = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.name,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!read?.verified) return null;
  const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** Ask a browser for any passkey that it has for this server. */
export async function askForAny({ name: rpID }: Place): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID, timeout: patience, userVerification: 'required' });
}

/** How often the passkey says it was used; null where the answer isn't its own to this challenge, from this place. */
export async function readAnswer(
  place: Place,
  challenge: string,
  answer: Answer,
  passkey: ReadPasskey,
): Promise<{ readonly counter: number } | null> {
  const read = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.name,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => null);
  return read?.verified ? { counter: read.authenticationInfo.newCounter } : null;
}
