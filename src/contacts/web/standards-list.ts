// The standards by their short titles, for whoever chooses among them.
import type { OneStandard } from '../../standards/one-standard.shape.ts';
import { titleOf } from '../../standards/title.core.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';

type Standard = OneStandard['standard'];

/** Those that are kept, in the order of their titles; empty until they are read. */
export function useStandards(): readonly (Standard & { readonly title: string })[] {
  const { data } = useAsked<{ readonly standards: readonly Standard[] }>('/v1/standards');
  return (data?.standards ?? [])
    .filter((one) => one.inUse)
    .map((one) => ({ ...one, title: titleOf(one) }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
}
