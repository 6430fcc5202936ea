// One of one's own duties: a line that says what is done and what is still to say of it, and its fields once it is opened. A job may have
// twenty, so only one is open at first.
import { Button, CloseButton, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { WrittenDuty } from '../../job-descriptions/job-description.core.ts';
import css from './duties.module.css';
import { DutyFields, type DutyFieldsProps } from './duty-fields.view.tsx';

interface OwnDutyProps extends DutyFieldsProps {
  readonly duty: WrittenDuty;
  readonly nth: number;
  /** Whether it is open at first. */
  readonly opened: boolean;
  readonly wrong: Readonly<Record<string, string>>;
  readonly takeOut: () => void;
}

export function OwnDuty({ nth, opened, takeOut, ...fields }: OwnDutyProps) {
  const { duty, wrong } = fields;
  const [chosen, setOpen] = useState(opened);
  const open = chosen || Object.keys(wrong).length > 0;
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={css.duty} aria-label={`Duty ${nth}`} data-open={open}>
      <div className={css.line}>
        <UnstyledButton className={css.opens} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Arrow size={18} aria-hidden />
          <span>
            <strong>{duty.task === '' ? 'A new duty' : duty.task}</strong>
            {!open && duty.outcome === '' ? (
              <span className={css.small}>What has the customer of it?</span>
            ) : open ? null : (
              <span className={css.small}>{duty.outcome}</span>
            )}
          </span>
        </UnstyledButton>
        {open ? null : <CloseButton aria-label={`Take duty ${nth} out`} onClick={takeOut} />}
      </div>
      {open ? (
        <>
          <DutyFields {...fields} />
          <p>
            <Button variant="subtle" size="compact-md" onClick={takeOut}>
              Take duty {nth} out
            </Button>
          </p>
        </>
      ) : null}
    </li>
  );
}
