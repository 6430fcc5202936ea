// Searches that somebody kept by a name: one's own, opened by a click, kept and forgotten here.
import { Button, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '../../marking/search/views.shape.ts';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { useMe } from '../../web/me.ts';
import { type ContactQuery, isAsking } from './contact-query.ts';
import css from './contacts.module.css';

const path = '/v1/views';

export function SavedViews({
  query,
  open,
}: {
  readonly query: ContactQuery;
  readonly open: (query: ContactQuery) => void;
}) {
  const me = useMe();
  const queries = useQueryClient();
  const { data } = useAsked<{ readonly items: readonly SavedView[] }>(path);
  const [naming, setNaming] = useState<string | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const views = data?.items ?? [];
  const here = asText(query);
  const isHere = (view: SavedView): boolean => asText(view.query) === here;
  const mayKeep = !me.readsOnly && me.grants.some(({ role }) => role !== 'auditor' && role !== 'rep');
  const told = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      setProblem(null);
      setNaming(null);
      await queries.invalidateQueries({ queryKey: [path] });
    } catch (error) {
      setProblem(error as Error);
    }
  };
  if (views.length === 0 && (!isAsking(query) || !mayKeep)) return null;
  return (
    <div className={css.views}>
      {views.length > 0 ? (
        <ul className={css.chips} aria-label="Searches you keep">
          {views.map((view) => (
            <li key={view.id} className={css.view} data-here={isHere(view) || undefined}>
              <button type="button" onClick={() => open(view.query as ContactQuery)} aria-pressed={isHere(view)}>
                <IconBookmark size={14} aria-hidden /> {view.name}
              </button>
              {mayKeep ? (
                <button
                  type="button"
                  aria-label={`Forget ${view.name}`}
                  onClick={() => void told(send('DELETE', `${path}/${view.id}`))}
                >
                  <IconX size={14} aria-hidden />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isAsking(query) && mayKeep && !views.some(isHere) ? (
        naming === null ? (
          <button type="button" className={css.clear} onClick={() => setNaming('')}>
            Keep this search
          </button>
        ) : (
          <form
            className={css.naming}
            onSubmit={(event) => {
              event.preventDefault();
              if (naming.trim() !== '') void told(send('POST', path, { name: naming.trim(), of: 'contacts', query }));
            }}
          >
            <TextInput
              aria-label="Name of this search"
              placeholder="A name for it"
              size="xs"
              autoFocus
              maxLength={80}
              value={naming}
              onChange={(event) => setNaming(event.currentTarget.value)}
            />
            <Button type="submit" size="xs">
              Keep
            </Button>
            <Button type="button" size="xs" variant="default" onClick={() => setNaming(null)}>
              Cancel
            </Button>
          </form>
        )
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}

/** The same for the same filters, in whatever order they were set. */
function asText(query: object): string {
  return JSON.stringify(Object.entries(query).toSorted(([a], [b]) => a.localeCompare(b)));
}
