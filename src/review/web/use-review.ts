// One review while it is written: the sheet on the page, kept by itself a moment after the last change, and handed in. What could
// not be kept stays on the page and is tried again; what another window kept meanwhile is never overwritten.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, newKey, send } from '../../web/api.ts';
import type { KeepReview, KeptReview, ReviewTask } from '../reviews.shape.ts';
import { type Sheet, sheetOf } from './sheet.core.ts';

const waitMs = 700;
const againMs = 4000;
/** Refused for good: what to do is said, and trying again would change nothing. Whoever is signed out may sign in beside. */
const refusals: readonly number[] = [400, 403, 404, 409, 413, 422];

export interface Reviewing {
  readonly sheet: Sheet;
  /** With the next sheet; whatever of it is not kept yet is kept soon. */
  readonly change: (next: (sheet: Sheet) => Sheet) => void;
  readonly state: 'kept' | 'unkept' | 'keeping' | 'failed' | 'elsewhere';
  readonly problem: Error | null;
  /** Hands all marks in. Returns what came of it; null where it did not work. */
  readonly handIn: () => Promise<KeptReview | null>;
  /** While it leaves this hand nothing more is kept of it; where that did not work, it is again. */
  readonly letGo: (gone: boolean) => void;
}

/** What was kept last as a form was left; whoever opens one waits for it, and so never begins with what is older. */
let left: Promise<unknown> = Promise.resolve();

/** Once what was on its way when a review was left has arrived. */
export async function whenLeft(): Promise<void> {
  await left;
}

/** @param asked the standards that a verdict is wanted of */
export function useReview(task: ReviewTask, asked: readonly string[]): Reviewing {
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(asked, kept(task)));
  const [state, setState] = useState<Reviewing['state']>('kept');
  const [problem, setProblem] = useState<Error | null>(null);
  const now = useRef({
    sheet,
    began: task.draft?.revision ?? 0,
    dirty: false,
    over: false,
    /** Sent, and no reply came: it is sent once more under its key before anything else, so that it is done once. */
    unsure: null as { readonly body: KeepReview; readonly key: string } | null,
    saving: null as Promise<KeptReview | null> | null,
  });
  const seconds = useSeconds(task.draft?.seconds ?? 0);
  const path = `/v1/reviews/${encodeURIComponent(task.id)}`;

  const put = useCallback(
    async (sends: boolean): Promise<KeptReview | null> => {
      const own = now.current;
      while (own.saving) await own.saving;
      if (own.over || (!own.dirty && !sends)) return null;
      const sendOne = async (): Promise<KeptReview> => {
        const { body, key } = own.unsure!;
        const reply = await send<KeptReview>('PUT', path, body, key);
        own.unsure = null;
        own.began = reply.revision;
        own.over = reply.sent;
        return reply;
      };
      const trying = async (): Promise<KeptReview | null> => {
        setState('keeping');
        try {
          if (own.unsure) {
            const reply = await sendOne();
            if (reply.sent) return reply;
          }
          own.dirty = false;
          own.unsure = { body: bodyOf(own.sheet, own.began, seconds.current, sends), key: newKey() };
          const reply = await sendOne();
          setProblem(null);
          setState(own.dirty ? 'unkept' : 'kept');
          return reply;
        } catch (error) {
          own.dirty = true;
          setProblem(error as Error);
          const refused = error instanceof ApiProblem && refusals.includes(error.status);
          if (refused) own.unsure = null;
          setState(refused && !sends ? 'elsewhere' : 'failed');
          return null;
        }
      };
      own.saving = trying();
      const done = await own.saving;
      own.saving = null;
      return done;
    },
    [path, seconds],
  );

  const change = useCallback((next: (sheet: Sheet) => Sheet): void => {
    const own = now.current;
    const made = next(own.sheet);
    if (made.marks !== own.sheet.marks) {
      own.dirty = true;
      setState((before) => (before === 'elsewhere' ? before : 'unkept'));
    }
    own.sheet = made;
    setSheet(made);
  }, []);

  useEffect(() => {
    if (state !== 'unkept' && state !== 'failed') return;
    const timer = setTimeout(() => void put(false), state === 'failed' ? againMs : waitMs);
    return () => clearTimeout(timer);
  }, [state, sheet, put]);

  useEffect(() => {
    const own = now.current;
    const hide = (): void => {
      if (!own.dirty || own.over || own.saving) return;
      own.unsure ??= { body: bodyOf(own.sheet, own.began, seconds.current, false), key: newKey() };
      void fetch(path, {
        method: 'PUT',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'idempotency-key': own.unsure.key },
        body: JSON.stringify(own.unsure.body),
      }).catch(() => undefined);
    };
    addEventListener('pagehide', hide);
    return () => {
      removeEventListener('pagehide', hide);
      // Another page of the app: what was marked last goes along.
      left = put(false);
    };
  }, [path, put, seconds]);

  const letGo = useCallback((gone: boolean) => {
    now.current.over = gone;
  }, []);
  return { sheet, change, state, problem, handIn: async () => put(true), letGo };
}

function kept(task: ReviewTask) {
  return (task.draft?.marks ?? []).map(({ comment = '', ...mark }) => ({ ...mark, comment }));
}

function bodyOf({ marks }: Sheet, began: number, seconds: number, sends: boolean): KeepReview {
  return {
    began,
    marks: marks.map(({ standard, verdict, evidence, comment }) => ({
      standard,
      verdict,
      evidence: evidence.map(({ turn, from, to }) => ({ turn, from, to })),
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    })),
    seconds,
    send: sends,
  };
}

/** Seconds in which the page was looked at, on top of those of earlier times. */
function useSeconds(before: number) {
  const seconds = useRef(before);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') seconds.current += 1;
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
