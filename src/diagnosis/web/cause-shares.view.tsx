// The five causes, the excuses together, and what is left unexplained, on one scale; each cause opens its patterns.
import { IconChevronRight, IconMoodAngry, IconQuestionMark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CauseLabel, causeSays } from '../../web/kit/cause.view.tsx';
import { ShareBar } from '../../web/kit/share-bar.view.tsx';
import { between, percent } from '../../web/kit/words.ts';
import css from './causes.module.css';
import { and } from '../model/causes-told.core.ts';
import { endOf, type Found, madeOf, type Shared } from './shares.core.ts';

export function CauseShares({ shares }: { readonly shares: Found }) {
  const end = endOf([...shares.causes, shares.excuses, shares.unexplained]);
  return (
    <div>
      <ul className={css.shares}>
        {shares.causes.map((one) => (
          <li key={one.cause}>
            <Link to="/causes/$cause" params={{ cause: one.cause } as never} className={css.share}>
              <span className={css.name}>
                <CauseLabel cause={one.cause} />
                <span className={css.says}>{madeOf(one) ?? causeSays[one.cause]}</span>
              </span>
              {one.exposures.length > 0 ? (
                <Bar share={one} end={end} colour={`var(--${one.cause})`} />
              ) : (
                <span className={css.unknown}>Not known: nothing on record could answer it.</span>
              )}
              <IconChevronRight size={18} aria-hidden className={css.sign} />
            </Link>
          </li>
        ))}
        <Rest
          icon={<IconMoodAngry size={20} stroke={1.6} aria-hidden />}
          name="Excuses"
          says="What else is said to be to blame: customers, product, price, place, the hour."
          share={shares.excuses}
          end={end}
        />
        <Rest
          icon={<IconQuestionMark size={20} stroke={1.6} aria-hidden />}
          name="Unexplained"
          says="How hard each standard is, chance, and what nobody wrote down."
          share={shares.unexplained}
          end={end}
        />
      </ul>
      <p className={css.key}>
        The line across each bar is its likely range: the true share lies within it nine times in ten.
      </p>
      <Check shares={shares} />
    </div>
  );
}

/** What can't matter is asked too: a page that found something in it could not be believed. */
function Check({ shares: { eachExcuse } }: { readonly shares: Found }) {
  const controls = eachExcuse.filter((one) => one.control);
  if (controls.length === 0) return null;
  const explains = controls.some((one) => one.low > 0 || one.high < 0);
  return (
    <details className={css.key}>
      <summary>{explains ? 'A check on ourselves did not come out as it should' : 'A check on ourselves'}</summary>
      <p>
        {`Things that can’t matter are asked the same questions: ${and(controls.map((one) => one.says))}. `}
        {explains
          ? 'One of them seems to explain something. That happens by chance to one in ten; where it stays so with more contacts, something that nobody wrote down is mixed up with the rest.'
          : 'They explain nothing, as it should be: so these figures don’t make something out of nothing.'}
      </p>
    </details>
  );
}

interface BarProps {
  readonly share: Shared;
  readonly end: number;
  readonly colour?: string;
}

function Bar({ share, end, colour }: BarProps) {
  const { share: value, low, high } = share;
  return (
    <>
      <ShareBar share={value} low={low} high={high} end={end} {...(colour ? { colour } : {})} />
      <span className={css.figure}>
        <strong>{percent(value)}</strong>
        <span className={css.range}>{between(low, high)}</span>
      </span>
    </>
  );
}

function Rest({
  icon,
  name,
  says,
  share,
  end,
}: BarProps & { readonly icon: ReactNode; readonly name: string; readonly says: string }) {
  return (
    <li className={css.share}>
      <span className={css.name}>
        <span className={css.rest}>
          {icon}
          {name}
        </span>
        <span className={css.says}>{says}</span>
      </span>
      <Bar share={share} end={end} />
    </li>
  );
}
