// How far what was typed is saved, always in sight; and that somebody else's changes came in.
import { Button } from '@mantine/core';
import css from './documents.module.css';
import type { Writing } from './use-draft.ts';

const words = {
  saved: 'All of it is saved.',
  unsaved: 'Not saved yet …',
  saving: 'Being saved …',
  failed: 'It could not be saved. What you wrote stands here, and is tried again by itself.',
} as const;

export function SavedLine({ writing }: { readonly writing: Writing }) {
  const { state, problem, merged, saveNow } = writing;
  return (
    <div className={css.saved}>
      <p role="status" className={state === 'failed' ? css.late : css.soft}>
        {words[state]} {merged && state === 'saved' ? 'It holds what somebody else wrote too.' : ''}
        {state === 'failed' && problem ? ` ${problem.message}` : ''}
      </p>
      <Button
        variant="default"
        size="sm"
        disabled={state === 'saved' || state === 'saving'}
        onClick={() => void saveNow()}
      >
        Save now
      </Button>
    </div>
  );
}
