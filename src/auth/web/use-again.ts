// Has what was read under a path read again, after it was changed.
import { useQueryClient } from '@tanstack/react-query';

export function useAgain(...paths: readonly string[]): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    for (const path of paths) await queries.invalidateQueries({ queryKey: [path] });
  };
}
