// The keys of the marking form, and a switch for whoever speaks to their machine or types by accident.
import { Kbd, Modal, Switch } from '@mantine/core';
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
  return (
    <Modal opened={opened} onClose={close} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
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
    </Modal>
  );
}
