// The keys of the marking form, and a switch for whoever speaks to their machine or types by accident. The browser's own dialog: it
// keeps the focus within, and Esc closes it.
import { Button, Kbd, Switch } from '@mantine/core';
import { useEffect, useRef } from 'react';
import css from './marking.module.css';
import type { KeyTold } from './review-keys.core.ts';

export interface KeysDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly single: boolean;
  readonly told: readonly KeyTold[];
  readonly setSingle: (on: boolean) => void;
}

export function KeysDialog({ opened, close, single, setSingle, told }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
    // The switch stands first, and nobody came for it.
    if (opened) dialog.current?.querySelector('button')?.focus();
  }, [opened]);
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="keys" onClose={close}>
      <h2 id="keys">Keys</h2>
      <dl className={css.keys}>
        {told.map(({ keys, says }) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single letters are keys"
        description="Turn it off if letters come in by accident. Buttons, arrows and Ctrl + Enter still work."
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
      />
      <Button onClick={close}>Close</Button>
    </dialog>
  );
}
