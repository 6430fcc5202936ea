// What was done and whether it worked: each fix with its verdict and the sentence that says why.
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { FixesShape } from '../../fixes/fixes.shape.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { sentence } from '../../web/kit/words.ts';
import css from './today.module.css';

type Fixes = z.infer<typeof FixesShape>;
type Fix = Fixes['fixes'][number];

export function Verified() {
  return (
    <section className={css.section} aria-labelledby="verified">
      <h2 id="verified">What was done, and whether it worked</h2>
      <Ask<Fixes>
        path="/v1/fixes"
        isEmpty={({ fixes }) => fixes.length === 0}
        empty={
          <p className={css.soft}>
            Nothing has been done about a pattern yet. Propose a fix at <Link to="/fixes">Patterns and fixes</Link>: it
            is then watched until the contacts say whether it worked.
          </p>
        }
      >
        {({ fixes }) => (
          <ul className={css.verdicts}>
            {fixes.map((fix) => (
              <li key={fix.id}>
                <Sign state={fix.state} />
                <div>
                  <p>
                    <strong>{sentence(fix.stateSays)}:</strong> {fix.says}
                  </p>
                  <p className={css.soft}>{fix.sentences[0]}</p>
                </div>
                <CauseLabel cause={fix.cause} />
              </li>
            ))}
          </ul>
        )}
      </Ask>
    </section>
  );
}

function Sign({ state }: Pick<Fix, 'state'>) {
  if (state === 'verified') return <IconCircleCheck size={22} aria-hidden className={css.good} />;
  if (state === 'not-verified' || state === 'harmed') return <IconCircleX size={22} aria-hidden className={css.bad} />;
  return <IconCircleDashed size={22} aria-hidden />;
}
