// Calibrations: those that wait for one's marks first, those being talked over, and what earlier ones came to.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { Empty } from '../../../web/kit/empty.view.tsx';
import { Telling } from '../../../web/kit/telling.view.tsx';
import { counted, countOf, day } from '../../../web/kit/words.ts';
import { useMe } from '../../../web/me.ts';
import type { CalibrationsOnWire } from '../../calibration/calibration.shape.ts';
import css from './calibrations.module.css';

type Line = CalibrationsOnWire['calibrations'][number];

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/agreement">How far people agree</Link>
        </p>
        <h1>Calibrations</h1>
        <p className={css.lede}>
          Several people mark the same few contacts, none seeing the others’ marks. Then all see all, talk it over, and
          agree on one key. What can’t be agreed on is a fault of the standard’s wording.
        </p>
      </header>
      <Ask<CalibrationsOnWire> path="/v1/calibrations">{(told) => <Told told={told} />}</Ask>
    </div>
  );
}

function Told({ told: { calibrations, can } }: { readonly told: CalibrationsOnWire }) {
  const { readsOnly } = useMe();
  const begin =
    can.run && !readsOnly ? (
      <Button renderRoot={(props) => <Link {...props} to="/calibrations/new" />}>Begin a calibration</Button>
    ) : null;
  if (calibrations.length === 0)
    return (
      <Empty
        title="No calibration yet"
        action={begin ?? <Link to="/reviews">Reviews</Link>}
        example={<p>November: six calls, three standards, five people, until Friday. Then half an hour together.</p>}
      >
        {can.run
          ? 'Choose a few contacts on which people may differ, the standards, who takes part and until when. Each marks alone; on the last day, or once everybody is in, you see where you differ.'
          : 'An owner, a district manager or a trainer begins one. You will find it here and among your reviews.'}
      </Empty>
    );
  const of = (...states: readonly Line['state'][]): Line[] => calibrations.filter((one) => states.includes(one.state));
  return (
    <>
      {begin ? <p className={css.acts}>{begin}</p> : null}
      <Lines title="Being marked" lines={of('marking')} />
      <Lines title="To talk over" lines={of('talking')} />
      <Lines title="Closed" lines={of('closed')} />
      <Lines title="Taken back" lines={of('dropped')} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.map((one) => (
        <Telling key={one.id} to={`/calibrations/${one.id}`} detail={detail(one)}>
          {one.name}
        </Telling>
      ))}
    </section>
  );
}

function detail(one: Line): string {
  const what = `${countOf(one.contacts, 'contact')} by ${one.standards.length === 1 ? one.standards[0] : countOf(one.standards.length, 'standard')}`;
  if (one.state === 'marking') {
    const yours = one.yours
      ? one.yours.open > 0
        ? `; ${counted(one.yours.open)} of yours to do`
        : '; yours are in'
      : '';
    return `${what}, until ${day(one.due)}. ${counted(one.allIn)} of ${countOf(one.people, 'person', 'people')} in${yours}.`;
  }
  const same = one.same ? ` All said the same ${counted(one.same.times)} of ${countOf(one.same.of, 'time')}.` : '';
  const reworded = one.reworded > 0 ? ` ${countOf(one.reworded, 'standard')} to be reworded or split.` : '';
  return `${what}, ${countOf(one.people, 'person', 'people')}, begun ${day(one.madeOn)}.${same}${reworded}`;
}
