// Ed25519 as every browser and Node have it, for signatures that the check of a judge's file hands back.
import type { BundleWrong, ToCheck } from '../verify/verify-bundle.core.ts';

/** Those of the signatures that don't hold, each as what is wrong with its file. @throws Error where the browser has no Ed25519 */
export async function wrongSignatures(signatures: readonly ToCheck[]): Promise<BundleWrong[]> {
  const wrong: BundleWrong[] = [];
  for (const { file, text, signature, key } of signatures) {
    const holds = await isSigned(text, signature, key);
    if (!holds)
      wrong.push({
        file,
        where: '',
        sentence: 'The signature in it does not hold: the checkpoint or the key was changed.',
      });
  }
  return wrong;
}

async function isSigned(text: string, signature: Uint8Array, key: Uint8Array): Promise<boolean> {
  // What is no key at all is refused before anything is checked with it.
  const ready = await crypto.subtle
    .importKey('raw', Uint8Array.from(key), { name: 'Ed25519' }, false, ['verify'])
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'NotSupportedError') throw error;
      return null;
    });
  return (
    ready !== null &&
    crypto.subtle.verify({ name: 'Ed25519' }, ready, Uint8Array.from(signature), new TextEncoder().encode(text))
  );
}
