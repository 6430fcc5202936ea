// How a version came to be, in words: the days on which it held, and when it was published.
import { dayWords, momentWords } from '../../kernel/day-words.ts';

/** What the history tells of each version, the newest first. */
export interface PastVersion {
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
  readonly held: readonly { readonly from: string; readonly to?: string | undefined }[];
  readonly text: { readonly publishedAt: string } | null;
}

/** The days on which a version held; of one that held on none, what took its place. @param all the newest first */
export function heldWords({ version, from, to, held }: PastVersion, all: readonly PastVersion[]): string {
  if (to !== null && to <= from) {
    const next = all[all.findIndex((one) => one.version === version) - 1];
    return next?.from === to
      ? `Version ${next.version} took its place on the day on which it would have begun, ${dayWords(from)}: it stood for no day.`
      : `It ended on the day on which it would have begun, ${dayWords(from)}: it stood for no day.`;
  }
  return held.length === 0 ? 'It never held.' : sentence(held.map(stretch).join('; '));
}

function stretch({ from, to }: PastVersion['held'][number]): string {
  return to === undefined ? `since ${dayWords(from)}` : `${dayWords(from)} until ${dayWords(to)}`;
}

/** `23 November 2026`; with its time where another was published on the same day: `23 November 2026 at 13:05 UTC`. */
export function publishedWords(at: string, all: readonly PastVersion[]): string {
  const thatDay = all.filter(({ text }) => text?.publishedAt.slice(0, 10) === at.slice(0, 10));
  return thatDay.length > 1 ? momentWords(at) : dayWords(at);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
