// Findings at one's own sites that wait to be looked at: what seems to be the matter, and the words.
import type { FirstFix } from '../overview/overview.shape.ts';
import { FirstFixes } from './first-fixes.view.tsx';
import css from './today.module.css';

export function ToConfirm({ findings }: { readonly findings: readonly FirstFix[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="confirm">
      <h2 id="confirm">Is this so at your site?</h2>
      <p className={css.soft}>
        Read a few of the calls behind each. What you know and no record says may change the cause.
      </p>
      <FirstFixes fixes={findings} />
    </section>
  );
}
