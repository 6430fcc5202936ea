// Moments that were pinned of one standard or serious act, in their own words; nothing where there are none.
import { Said } from './said.view.tsx';
import { useAsked } from './ask.view.tsx';
import type { Pins } from '../../training/lessons/lessons.shape.ts';
import css from './answers.module.css';

const shown = 3;

/** The list is asked for once, whatever number of standards show theirs. */
export function PinnedMoments({ standard }: { readonly standard: string }) {
  const { data } = useAsked<Pins>('/v1/pins');
  const pins = (data?.pins ?? []).filter((one) => one.standard.id === standard).slice(0, shown);
  if (pins.length === 0) return null;
  return (
    <div className={css.answer}>
      {pins.map((pin) => (
        <div key={pin.id}>
          <p>
            <strong>{pin.title}</strong> <span className={css.soft}>pinned</span>
          </p>
          <Said turns={pin.turns} sort={pin.sort} />
        </div>
      ))}
    </div>
  );
}
