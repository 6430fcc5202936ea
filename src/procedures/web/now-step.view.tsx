// The step at hand: large, with its tick under the thumb; skipped only with a reason; called unclear with or without words.
import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Run, StepSaid } from '../runs/run.shape.ts';
import css from './procedures.module.css';
import { StepSays } from './step-says.view.tsx';

export interface NowStepProps {
  readonly step: Run['steps'][number];
  readonly at: number;
  readonly of: number;
  readonly busy: boolean;
  readonly say: (said: StepSaid) => Promise<boolean>;
}

export function NowStep({ step, at, of, busy, say }: NowStepProps) {
  const [asking, setAsking] = useState<'skipped' | 'unclear' | null>(null);
  const [why, setWhy] = useState('');
  const tell = async (what: StepSaid['what']): Promise<void> => {
    if (await say({ what, ...(why.trim() === '' ? {} : { why: why.trim() }) })) {
      setAsking(null);
      setWhy('');
    }
  };
  return (
    <section className={css.section} aria-label={`Step ${at + 1} of ${of}`}>
      <p className={css.kicker}>
        Step {at + 1} of {of}
      </p>
      <StepSays step={step} big />
      {asking === null ? (
        <>
          <Button
            // The next step's tick is under the same finger, and under the same key.
            key={step.id}
            autoFocus
            size="xl"
            fullWidth
            loading={busy}
            leftSection={<IconCheck size={22} aria-hidden />}
            onClick={() => void tell('done')}
          >
            Done
          </Button>
          <p className={css.actions}>
            <Button variant="default" size="md" disabled={busy} onClick={() => setAsking('skipped')}>
              Skip it
            </Button>
            <Button variant="default" size="md" disabled={busy} onClick={() => setAsking('unclear')}>
              This step is unclear
            </Button>
          </p>
          <p role="status" className={css.small}>
            {step.unclear ? 'Thank you: whoever answers for this procedure sees that it is unclear.' : ''}
          </p>
        </>
      ) : (
        <form
          className={css.section}
          onSubmit={(event) => {
            event.preventDefault();
            void tell(asking);
          }}
        >
          <TextInput
            size="md"
            autoFocus
            label={asking === 'skipped' ? 'Why it is skipped' : 'What is not clear (you may leave it out)'}
            description="Leave out names; what slips in is taken out."
            required={asking === 'skipped'}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <p className={css.actions}>
            <Button type="submit" size="md" loading={busy}>
              {asking === 'skipped' ? 'Skip it' : 'Say so'}
            </Button>
            <Button variant="default" size="md" onClick={() => setAsking(null)}>
              Back
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
