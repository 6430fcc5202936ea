// Passkeys in the browser: made and used by the device itself. The code for it comes only when somebody uses one.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiProblem, send } from '../../web/api.ts';
import type { Me } from '../../web/me.ts';

interface Asked<Options> {
  readonly ticket: string;
  readonly options: Options;
}

/** Whether the server is called by a name and this browser has passkeys. */
export function canUsePasskeys(ways: Pick<Me['ways'], 'passkey'>): boolean {
  return ways.passkey && typeof window.PublicKeyCredential === 'function';
}

/** @throws ApiProblem, also where its owner changed their mind */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { ticket, options } = await send<Asked<PublicKeyCredentialRequestOptionsJSON>>(
    'POST',
    '/v1/sign-in/passkey/options',
  );
  const answer = await startAuthentication({ optionsJSON: options }).catch(givenUp);
  await send('POST', '/v1/sign-in/passkey', { ticket, answer });
}

/** @param says what its owner will call it @throws ApiProblem, also where they changed their mind */
export async function addPasskey(says: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { ticket, options } = await send<Asked<PublicKeyCredentialCreationOptionsJSON>>(
    'POST',
    '/v1/me/passkeys/options',
  );
  const answer = await startRegistration({ optionsJSON: options }).catch(givenUp);
  await send('POST', '/v1/me/passkeys', { ticket, answer, says });
}

function givenUp(): never {
  throw new ApiProblem(
    'passkey-given-up',
    0,
    'No passkey was given: it was cancelled, or this device has none for here.',
  );
}
