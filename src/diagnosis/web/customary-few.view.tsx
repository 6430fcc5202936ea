// The customary few: the standards to begin with. All others are a library, to be taken up one at a time.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './first-minutes.module.css';
import type { KnownStandards } from './paste-box.view.tsx';

export function CustomaryFew() {
  const me = useMe();
  const chooses = !me.readsOnly && sees(me, ['owner', 'district-manager', 'trainer']);
  return (
    <section className={css.few} aria-labelledby="few">
      <h2 id="few">The customary few</h2>
      <p className={css.soft}>
        Begin with these: they are what most organisations miss, and what most customers notice. The rest is a library;
        take one up once these are kept.
      </p>
      <Ask<{ standards: KnownStandards }> path="/v1/standards">
        {({ standards }) => (
          <>
            <ul className={css.fewList}>
              {standards
                .filter((one) => one.few)
                .map(({ id, title, says, inUse }) => (
                  <li key={id}>
                    <Link to="/standards/$id" params={{ id } as never}>
                      {title ?? says}
                    </Link>
                    <span>{says}</span>
                    <span className={css.soft}>{inUse ? 'Looked for in every contact' : 'Not looked for yet'}</span>
                  </li>
                ))}
            </ul>
            <p>
              <Link to="/standards">{`The library: ${countOf(standards.length, 'standard')}`}</Link>
              {chooses && standards.some((one) => one.inUse && !one.few) ? (
                <>
                  {'. More than these are looked for: '}
                  <Link to="/settings/standards">keep only these to begin with</Link>.
                </>
              ) : chooses ? (
                <>
                  {'. Only these are looked for: '}
                  <Link to="/standards">keep all of them, or one more</Link>.
                </>
              ) : null}
            </p>
          </>
        )}
      </Ask>
    </section>
  );
}
