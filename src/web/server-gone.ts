// Whether the server answers. Where it does not, it is asked every few seconds, and once it is back all that is shown is read
// anew: a page that was open goes on by itself.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const everyMs = 3000;

let gone = false;
const told = new Set<() => void>();

/** To be called when nothing answered. */
export function serverIsGone(queries: QueryClient): void {
  if (gone) return;
  say(true);
  const ask = async (): Promise<void> => {
    const back = await fetch('/healthz').then(
      (reply) => reply.ok,
      () => false,
    );
    if (!back) return again();
    say(false);
    await queries.invalidateQueries();
  };
  const again = (): void => void setTimeout(() => void ask(), everyMs);
  again();
}

export function useServerGone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      told.add(changed);
      return () => told.delete(changed);
    },
    () => gone,
  );
}

function say(now: boolean): void {
  gone = now;
  for (const changed of told) changed();
}
