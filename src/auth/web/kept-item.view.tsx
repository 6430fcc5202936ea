// One of the things that somebody keeps here (a passkey, a session, an invitation), and the one act that takes it away.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './settings.module.css';

interface KeptItemProps {
  readonly children: ReactNode;
  /** The act's word on the button, and said in full for who hears the page. */
  readonly act: string;
  readonly inFull: string;
  readonly busy: boolean;
  readonly onAct: () => void;
}

export function KeptItem({ children, act, inFull, busy, onAct }: KeptItemProps) {
  return (
    <li className={css.item}>
      <div>{children}</div>
      <div className={css.acts}>
        <Button variant="default" size="sm" disabled={busy} aria-label={inFull} onClick={onAct}>
          {act}
        </Button>
      </div>
    </li>
  );
}
