// How a form in the settings ends: what was refused, a way to leave it, and what it does.
import { Button } from '@mantine/core';
import { Refused } from './refused.view.tsx';
import css from './settings.module.css';
import type { Act } from './use-act.ts';

interface FormEndProps {
  readonly act: Act;
  readonly does: string;
  readonly onLeave: () => void;
}

export function FormEnd({ act, does, onLeave }: FormEndProps) {
  return (
    <>
      <Refused problem={act.problem} />
      <div className={css.acts}>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
        <Button type="submit" loading={act.busy}>
          {does}
        </Button>
      </div>
    </>
  );
}
