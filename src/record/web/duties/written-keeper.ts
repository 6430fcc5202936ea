// Keeps a job description while it is written: a moment after the last letter, again until it is kept where that failed, and once more as
// the page is left. What was typed is never replaced unseen.
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Written } from '../../job-descriptions/job-description.core.ts';

const waitMs = 1200;
const againMs = 5000;

/** `changed`: it was kept from elsewhere meanwhile, so that what stands here is kept no more. */
export type KeptState = 'kept' | 'unkept' | 'keeping' | 'failed' | 'changed';

export interface Revised {
  readonly revision: number;
  readonly written: Written;
}

export interface Keeping {
  /** Keeps it on the server after the revision. @throws whatever keeps it from that */
  readonly put: (revision: number, written: Written) => Promise<Revised>;
  /** What stands on the server now; null where nothing is being written. */
  readonly read: () => Promise<Revised | null>;
  /** Whether a failure says that it was changed elsewhere; another one passes, or doesn't and is told. */
  readonly isChanged: (error: unknown) => boolean;
  /** Whether a failure may pass by itself. */
  readonly passes: (error: unknown) => boolean;
  readonly tell: (state: KeptState, problem: Error | null) => void;
}

export interface WrittenKeeper {
  readonly change: (written: Written) => void;
  /** Keeps now what is not kept; true where all of it is. */
  readonly keepNow: () => Promise<boolean>;
  /** What is not kept yet, for whoever leaves the page; null where all of it is. */
  readonly unkept: () => Revised | null;
  /** Another's revision, where nothing of one's own waits. True where it is taken. */
  readonly take: (fresh: Revised) => boolean;
}

/** @param began what is on the server; revision 0 where nothing is */
export function newWrittenKeeper(began: Revised, { put, read, isChanged, passes, tell }: Keeping): WrittenKeeper {
  let { revision, written } = began;
  let dirty = false;
  let changed = false;
  // What was sent since the last reply came: one of these may be kept though nobody said so.
  let sent: string[] = [];
  let keeping: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = (after: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keepNow(), after);
  };
  // Nobody is asked for an empty suggestion.
  const asSent = (): Written => ({
    ...written,
    suggestions: written.suggestions.filter((one) => one.trim() !== ''),
  });

  const sending = (): Written => {
    const all = asSent();
    sent = [...sent, canonicalJson(all)];
    return all;
  };

  // A reply that was lost on the way, or the page that was left, may have kept it all the same.
  const wasOwn = async (): Promise<boolean> => {
    const stands = await read().catch(() => null);
    if (!stands || !sent.includes(canonicalJson(stands.written))) return false;
    revision = stands.revision;
    return true;
  };

  const trying = async (): Promise<boolean> => {
    const now = written;
    tell('keeping', null);
    try {
      revision = (await put(revision, sending())).revision;
    } catch (error) {
      if (isChanged(error)) {
        if (await wasOwn()) return trying();
        changed = true;
      } else if (passes(error)) again(againMs);
      tell(changed ? 'changed' : 'failed', error as Error);
      return false;
    }
    sent = [];
    dirty = now !== written;
    tell(dirty ? 'unkept' : 'kept', null);
    if (dirty) again(waitMs);
    return !dirty;
  };

  async function keepNow(): Promise<boolean> {
    clearTimeout(timer);
    if (keeping) await keeping;
    if (!dirty) return true;
    if (changed) return false;
    keeping = trying();
    const done = await keeping;
    keeping = null;
    return done;
  }

  return {
    change: (next) => {
      written = next;
      dirty = true;
      if (changed) return;
      tell('unkept', null);
      again(waitMs);
    },
    keepNow,
    unkept: () => {
      if (!dirty || changed) return null;
      return { revision, written: sending() };
    },
    take: (fresh) => {
      if (fresh.revision <= revision || dirty || keeping !== null) return false;
      ({ revision, written } = fresh);
      return true;
    },
  };
}
