// Whether the server answers. Where it does not, it is asked every few seconds, and once it is back all that is shown is read
// anew: a page that was open goes on by itself, and one that was on its way comes.
import { useSyncExternalStore } from 'react';

const everyMs = 3000;

let back: Promise<void> | null = null;
const told = new Set<() => void>();
const onBack = new Set<() => void>();

/** To be called when nothing answered. Resolves once it answers again. */
export async function serverIsGone(): Promise<void> {
  back ??= untilItAnswers().then(() => {
    back = null;
    for (const act of [...told, ...onBack]) act();
  });
  for (const changed of told) changed();
  return back;
}

/** Has something done each time that the server is back. */
export function onServerBack(act: () => void): void {
  onBack.add(act);
}

/** Brings a page's code; where no server answers, once it does. @throws what `load` throws though the server answers */
export async function onceItAnswers<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load();
  } catch (error) {
    if (await answers()) throw error;
    await serverIsGone();
    return load();
  }
}

export function useServerGone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      told.add(changed);
      return () => told.delete(changed);
    },
    () => back !== null,
  );
}

async function untilItAnswers(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, everyMs));
  while (!(await answers()));
}

async function answers(): Promise<boolean> {
  return fetch('/healthz').then(
    (reply) => reply.ok,
    () => false,
  );
}
