// Said wherever misses of all standards are summed up: nobody has checked a sum, though people may have checked what goes into it.
import { Link } from '@tanstack/react-router';
import { sees, seesWhole, useMe } from '../../web/me.ts';
import { thoseWhoRead } from '../../web/page-entry.ts';
import css from './causes.module.css';

export function ByMachine() {
  const me = useMe();
  const reads = sees(me, thoseWhoRead) && seesWhole(me);
  return (
    <p className={css.soft}>
      Missed is as the machine marked, of all standards together. What people’s reviews make of each standard stands
      with {reads ? <Link to="/rates">the rates</Link> : 'the rates'}.
    </p>
  );
}
