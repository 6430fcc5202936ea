// One's own job description on the page while it is written: what stands in its fields, kept by itself as it grows and as the page is left.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, get, newKey, send } from '../../../web/api.ts';
import type { Written } from '../../job-descriptions/job-description.core.ts';
import type { JobDescription, OwnJobDescriptions } from '../../job-descriptions/job-description.shape.ts';
import { type KeptState, newWrittenKeeper, type Revised, type WrittenKeeper } from './written-keeper.ts';

export const ownPath = '/v1/job-descriptions/mine';

export interface OwnWriting {
  readonly written: Written;
  readonly change: (more: Partial<Written>) => void;
  /** Keeps now what is not kept; true where all of it is. */
  readonly keepNow: () => Promise<boolean>;
  readonly state: KeptState;
  readonly problem: ApiProblem | null;
}

/** @param begun what is being written on the server; null where nothing is, and `starts` stands in the fields */
export function useOwnWritten(begun: JobDescription | null, starts: () => Written): OwnWriting {
  const queries = useQueryClient();
  const [written, setWritten] = useState<Written>(() => begun?.written ?? starts());
  const [told, setTold] = useState<Pick<OwnWriting, 'state' | 'problem'>>({ state: 'kept', problem: null });
  const now = useRef(written);
  const [keeper] = useState<WrittenKeeper>(() =>
    newWrittenKeeper(
      { revision: begun?.revision ?? 0, written },
      {
        put: async (revision, content) => {
          const fresh = await send<JobDescription>('PUT', ownPath, { revision, written: content });
          // Whoever comes back to the page finds it as it is kept.
          queries.setQueryData<OwnJobDescriptions>(
            [ownPath],
            (before) => before && { ...before, items: [fresh, ...before.items.filter((one) => one.id !== fresh.id)] },
          );
          return fresh;
        },
        read: async () => writingOf(await get<OwnJobDescriptions>(ownPath)),
        isChanged: (error) => error instanceof ApiProblem && error.slug === 'job-description-changed',
        passes: (error) => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500,
        tell: (state, problem) => setTold({ state, problem: problem as ApiProblem | null }),
      },
    ),
  );

  const change = useCallback(
    (more: Partial<Written>): void => {
      now.current = { ...now.current, ...more };
      setWritten(now.current);
      keeper.change(now.current);
    },
    [keeper],
  );

  // What was kept from elsewhere comes in by itself while nothing of one's own waits.
  useEffect(() => {
    if (!begun || !keeper.take(begun)) return;
    now.current = begun.written;
    setWritten(begun.written);
  }, [begun, keeper]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (keeper.unkept()) event.preventDefault();
    };
    const hide = (): void => {
      const left = keeper.unkept();
      if (left)
        void fetch(ownPath, {
          method: 'PUT',
          keepalive: true,
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
          body: JSON.stringify(left),
        }).catch(() => undefined);
    };
    addEventListener('beforeunload', leave);
    addEventListener('pagehide', hide);
    return () => {
      removeEventListener('beforeunload', leave);
      removeEventListener('pagehide', hide);
      // Another page of the app: what was typed last goes along.
      void keeper.keepNow();
    };
  }, [keeper]);

  return { written, change, keepNow: keeper.keepNow, ...told };
}

function writingOf({ items }: OwnJobDescriptions): Revised | null {
  const [newest] = items;
  return newest?.state === 'being-written' ? newest : null;
}
