// The three things that are asked of a learned marker before it may mark, each with what was found.
import { IconCheck, IconX } from '@tabler/icons-react';
import { agreed, countOf } from '../../web/kit/words.ts';
import type { MarkerOnWire } from '../markers/markers.shape.ts';
import { whyNotSays } from '../markers/why-not-says.core.ts';
import css from './markers.module.css';

export function MayStand({ marker }: { readonly marker: MarkerOnWire }) {
  const { whyNot, difference, duels, won, flips, pairs } = marker;
  const asked = [
    {
      why: 'agrees-no-better',
      says: 'It agrees with people better than the cues',
      found: `even at the low end ${agreed(difference.low)} more`,
      else: `at the low end ${agreed(difference.low)}`,
    },
    {
      why: 'not-shown-yet',
      says: 'That is no luck, however often one looked',
      found: `where one of the two did better, it was this one in ${won} of ${duels}`,
      else: `where one of the two did better, it was this one in ${won} of ${duels}: more reviews will tell`,
    },
    {
      why: 'depends-on-who-speaks',
      says: 'What it says doesn’t depend on who speaks',
      found: `with names, places and dialects swapped, ${flips} of ${countOf(pairs, 'verdict')} changed`,
      else: `with names, places and dialects swapped, ${flips} of ${countOf(pairs, 'verdict')} changed; 1 in 100 may`,
    },
  ] as const;
  const others = whyNot.filter((why) => !asked.some((one) => one.why === why));
  return (
    <div className={css.block}>
      <h3>May it mark?</h3>
      <ul className={css.asked}>
        {asked.map(({ why, says, found, else: otherwise }) => {
          const held = !whyNot.includes(why);
          return (
            <li key={why} data-held={held}>
              {held ? <IconCheck size={18} aria-label="Yes:" /> : <IconX size={18} aria-label="No:" />}
              <span>
                {says}
                <span className={css.soft}> · {held ? found : otherwise}</span>
              </span>
            </li>
          );
        })}
        {others.map((why) => (
          <li key={why} data-held={false}>
            <IconX size={18} aria-label="No:" />
            <span>Not any more: {whyNotSays[why]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
