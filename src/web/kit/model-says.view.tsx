// What a language model said of a contact, where an owner has named one: beside the marks that count, told as what it is.
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ModelSaysShape } from '../../learning/language-model/language-model.shape.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { get } from '../api.ts';
import { sees, seesWhole, useMe } from '../me.ts';
import css from './model-says.module.css';

type ModelSays = z.infer<typeof ModelSaysShape>;

export function ModelSaysOf({
  contact,
  turns,
}: {
  readonly contact: string;
  readonly turns: readonly { readonly text: string }[];
}) {
  const me = useMe();
  const may = seesWhole(me) && sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor']);
  const path = `/v1/contacts/${encodeURIComponent(contact)}/language-model`;
  const { data } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => get<ModelSays>(path, signal),
    enabled: may,
  });
  // Most organisations have named none: nothing is said of it there.
  if (!data || data.hidden || data.model === null || (data.says.length === 0 && !data.instructed)) return null;
  return (
    <section aria-labelledby="model-says" className={css.says}>
      <h2 id="model-says">{`What ${data.model} says`}</h2>
      <p className={css.soft}>A language model: its marks count for nothing and are here to compare.</p>
      {data.instructed ? (
        <p>
          <strong>Words in this contact seem to speak to whoever marks it.</strong> They were not sent.
        </p>
      ) : null}
      <ul className={css.list}>
        {data.says.map(({ standard, title, kind, verdict, evidence, why }) => (
          <li key={standard}>
            <strong>{verdictWord(verdict, kind)}</strong>
            {`: ${title}`}
            {why === null ? null : <span className={css.soft}>{` (${why})`}</span>}
            {evidence.map(({ turn, from, to }) => (
              <q key={`${turn} ${from}`} className={css.quote}>
                {turns[turn]?.text.slice(from, to)}
              </q>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
