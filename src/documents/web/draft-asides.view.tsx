// Beside a draft: who else has it open, every earlier save to read again, and its end without a version.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../../kernel/day-words.ts';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { get } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { sentence } from '../../web/kit/words.ts';
import type { DraftContent } from '../drafts/draft.core.ts';
import css from './documents.module.css';

export function Others({ told }: { readonly told: DraftStateOnWire }) {
  if (told.others.length === 0) return null;
  const who = told.others.map((one) => told.names[one] ?? 'somebody else');
  return (
    <p className={css.card} data-tone="wait" role="status">
      {sentence(who.join(' and '))} {who.length === 1 ? 'has' : 'have'} it open too. What each of you writes is put
      together; where both write in one place, both texts are kept.
    </p>
  );
}

export function EndDraft({ end }: { readonly end: () => Promise<void> }) {
  const [sure, setSure] = useState(false);
  return (
    <p className={css.actions}>
      {sure ? (
        <>
          <Button color="red" size="sm" onClick={() => void end()}>
            Yes, throw it away
          </Button>
          <Button variant="default" size="sm" onClick={() => setSure(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button variant="default" size="sm" onClick={() => setSure(true)}>
          Throw this draft away
        </Button>
      )}
    </p>
  );
}

interface SavesProps {
  readonly draft: string;
  readonly names: Readonly<Record<string, string>>;
}

export function Saves(props: SavesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={css.card} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Every earlier save</summary>
      {open ? <SaveList {...props} /> : null}
    </details>
  );
}

function SaveList({ draft, names }: SavesProps) {
  const [shown, setShown] = useState<{ readonly revision: number; readonly content: DraftContent } | null>(null);
  const saves = useAsked<{ saves: { revision: number; by: string; at: string }[] }>(
    `/v1/document-drafts/${draft}/saves`,
  );
  const read = async (which: number): Promise<void> =>
    setShown({ revision: which, content: await get<DraftContent>(`/v1/document-drafts/${draft}/saves/${which}`) });
  return (
    <ol className={css.items}>
      {(saves.data?.saves ?? []).slice(0, 100).map((save) => (
        <li key={save.revision}>
          <button type="button" className={css.linkButton} onClick={() => void read(save.revision)}>
            {momentWords(save.at)}, {names[save.by] ?? 'somebody'}
          </button>
          {shown?.revision === save.revision ? (
            <p className={css.words}>
              {[shown.content.title, ...shown.content.parts.map((part) => `${part.id}. ${part.text}`)].join('\n\n')}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
