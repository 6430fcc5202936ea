// A draft while it is written: what stands on the page, saved by itself a moment after the last letter, put together with what others
// saved meanwhile. What could not be saved is tried again until it is; nothing that was typed is ever replaced unseen.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { ApiProblem, get, newKey, send } from '../../web/api.ts';
import type { DraftContent } from '../drafts/draft.core.ts';
import type { SavedOnWire } from '../drafts/drafts.shape.ts';
import { mergeContents, same } from '../drafts/merge.core.ts';

const waitMs = 1200;
const againMs = 5000;
const hereMs = 8000;

export interface Writing {
  readonly content: DraftContent;
  readonly change: (next: DraftContent, settles?: readonly string[]) => void;
  /** Saves now what is not saved yet; true where all of it is. */
  readonly saveNow: () => Promise<boolean>;
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed';
  readonly problem: Error | null;
  /** The revision that is saved. */
  readonly revision: number;
  /** Somebody else's changes came in. */
  readonly merged: boolean;
}

/** @param path of the draft's state, which is read again after each save */
export function useDraft(given: DraftStateOnWire, path: string): Writing {
  const queries = useQueryClient();
  const [content, setContent] = useState<DraftContent>(given.draft.content as DraftContent);
  const [state, setState] = useState<Writing['state']>('saved');
  const [problem, setProblem] = useState<Error | null>(null);
  const [merged, setMerged] = useState(false);
  const [revision, setRevision] = useState(given.draft.revision);
  const now = useRef({
    content,
    began: given.draft.revision,
    dirty: false,
    settles: [] as readonly string[],
    saving: null as Promise<boolean> | null,
  });
  const draft = given.draft.id;

  const take = useCallback((reply: { revision: number; content: DraftContent }, sent: DraftContent): void => {
    const own = now.current;
    const put = mergeContents(sent, reply.content, own.content);
    own.dirty = !same(put.content, reply.content) || put.clashes.length > 0;
    // Where somebody wrote in the very part that is being typed in, what was typed goes from the older revision, so that the
    // server keeps both.
    if (put.clashes.length === 0) {
      own.began = reply.revision;
      own.content = put.content;
      setContent(put.content);
    }
    setRevision(reply.revision);
    setState(own.dirty ? 'unsaved' : 'saved');
  }, []);

  const saveNow = useCallback(async (): Promise<boolean> => {
    const own = now.current;
    if (own.saving) await own.saving;
    if (!own.dirty) return true;
    const sent = own.content;
    const settles = own.settles;
    const trying = async (): Promise<boolean> => {
      setState('saving');
      try {
        const saved = await send<SavedOnWire>('PUT', `/v1/document-drafts/${draft}`, {
          began: own.began,
          content: sent,
          settles,
        });
        own.settles = own.settles.filter((one) => !settles.includes(one));
        if (saved.merged) setMerged(true);
        take(saved as { revision: number; content: DraftContent }, sent);
        setProblem(null);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.slug !== 'document-part-changed') {
          setProblem(error as Error);
          setState('failed');
          return false;
        }
        // All else is saved, and both texts are kept: what stands is read again, and the page shows the two.
        const fresh = await get<DraftStateOnWire>(path);
        setMerged(true);
        own.began = fresh.draft.revision;
        own.content = fresh.draft.content as DraftContent;
        own.dirty = false;
        setContent(own.content);
        setRevision(own.began);
        setState('saved');
      }
      await queries.invalidateQueries({ queryKey: [path] });
      return !own.dirty;
    };
    own.saving = trying();
    const done = await own.saving;
    own.saving = null;
    return done;
  }, [draft, path, queries, take]);

  const change = useCallback((next: DraftContent, settles: readonly string[] = []): void => {
    const own = now.current;
    own.content = next;
    own.dirty = true;
    own.settles = [...own.settles, ...settles];
    setContent(next);
    setState('unsaved');
  }, []);

  useEffect(() => {
    if (state !== 'unsaved' && state !== 'failed') return;
    const timer = setTimeout(() => void saveNow(), state === 'failed' ? againMs : waitMs);
    return () => clearTimeout(timer);
  }, [state, content, saveNow]);

  // What others saved comes in by itself while nothing of one's own waits.
  useEffect(() => {
    const own = now.current;
    if (given.draft.revision <= own.began || own.dirty || own.saving) return;
    own.began = given.draft.revision;
    own.content = given.draft.content as DraftContent;
    setContent(own.content);
    setRevision(own.began);
    setMerged(true);
  }, [given]);

  useEffect(() => {
    const tell = (here: boolean): void =>
      void send('POST', `/v1/document-drafts/${draft}/here`, { here }).catch(() => undefined);
    tell(true);
    const timer = setInterval(() => {
      tell(true);
      void queries.invalidateQueries({ queryKey: [path] });
    }, hereMs);
    const leave = (event: BeforeUnloadEvent): void => {
      if (now.current.dirty) event.preventDefault();
    };
    const hide = (): void => {
      const own = now.current;
      if (!own.dirty) return;
      void fetch(`/v1/document-drafts/${draft}`, {
        method: 'PUT',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify({ began: own.began, content: own.content, settles: own.settles }),
      }).catch(() => undefined);
    };
    addEventListener('beforeunload', leave);
    addEventListener('pagehide', hide);
    return () => {
      clearInterval(timer);
      removeEventListener('beforeunload', leave);
      removeEventListener('pagehide', hide);
      // Another page of the app: what was typed last goes along.
      void saveNow().then(() => tell(false));
    };
  }, [draft, path, queries, saveNow]);

  return { content, change, saveNow, state, problem, revision, merged };
}
