// A policy or a procedure chosen by its title: some letters of it are typed, and the register is asked for those that have them.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ListedDocumentOnWire } from '../../record/publish/documents.shape.ts';
import type { Page } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { day } from '../../web/kit/words.ts';

export type ChosenDocument = Pick<ListedDocumentOnWire, 'kind' | 'id' | 'title' | 'state' | 'to'>;

const waitMs = 250;
const shown = 20;

export function ChooseDocument({
  chosen,
  choose,
}: {
  readonly chosen: ChosenDocument | null;
  readonly choose: (document: ChosenDocument | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed === (chosen && labelOf(chosen)) ? '' : typed, waitMs);
  const query = new URLSearchParams({ limit: String(shown), ...(words.trim() === '' ? {} : { words: words.trim() }) });
  const asked = useAsked<Page<ListedDocumentOnWire>>(`/v1/documents?${query.toString()}`);
  // What is still being written has no version that could be held.
  const found: ChosenDocument[] = (asked.data?.items ?? []).filter((one) => one.version !== null);
  const choices = chosen && !found.some((one) => valueOf(one) === valueOf(chosen)) ? [chosen, ...found] : found;
  return (
    <Select
      label="Which policy or procedure"
      description="Type a word of its title."
      required
      searchable
      clearable
      data={choices.map((one) => ({ value: valueOf(one), label: labelOf(one) }))}
      // The register has looked through the titles already.
      filter={({ options }) => options}
      nothingFoundMessage={asked.isFetching ? 'Being looked for …' : 'No document has these words in its title'}
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen === null ? null : valueOf(chosen)}
      onChange={(value) => choose(choices.find((one) => valueOf(one) === value) ?? null)}
    />
  );
}

const valueOf = ({ kind, id }: ChosenDocument): string => `${kind}/${id}`;

// One that took the place of another often kept its title.
function labelOf({ kind, title, state, to }: ChosenDocument): string {
  return state === 'ended' && to !== null ? `${title} (${kind}, until ${day(to)})` : `${title} (${kind})`;
}
