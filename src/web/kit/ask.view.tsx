// Asks the API and owns the three ways that can end: still waiting, refused, nothing there. What was read stays on the page
// while it is read anew.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../api.ts';
import { ProblemNotice } from './problem.view.tsx';
import { Waiting } from './waiting.view.tsx';

export interface AskProps<Reply> {
  /** The API's path with its query; what was read is kept under it. */
  readonly path: string;
  readonly children: (reply: Reply) => ReactNode;
  /** Whether there is nothing in the reply; `empty` is then shown. */
  readonly isEmpty?: (reply: Reply) => boolean;
  readonly empty?: ReactNode;
  /** The heading where it is refused, of a page that has one only once it was read. */
  readonly title?: string;
}

export function Ask<Reply>({ path, children, isEmpty, empty, title }: AskProps<Reply>) {
  const { data, error, refetch } = useAsked<Reply>(path);
  if (data === undefined && error)
    return (
      <>
        {title === undefined ? null : <h1>{title}</h1>}
        <ProblemNotice problem={error} again={() => void refetch()} />
      </>
    );
  if (data === undefined) return <Waiting says="Being read" />;
  return isEmpty?.(data) ? empty : children(data);
}

/** The same without a look of its own. */
export function useAsked<Reply>(path: string) {
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => get<Reply>(path, signal),
    placeholderData: keepPreviousData,
  });
}
