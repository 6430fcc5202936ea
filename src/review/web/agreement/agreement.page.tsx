// How far people agree: standard by standard, poor ones first, with what would help; and for those who answer for reviewers, how strict
// each is. To each reviewer their own.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { AgreementTold, doubles, Standing } from '../../../web/kit/agreement.view.tsx';
import { DisputeNumbers } from '../../../web/kit/dispute-numbers.view.tsx';
import { Empty } from '../../../web/kit/empty.view.tsx';
import { countOf, counted } from '../../../web/kit/words.ts';
import { sees, useMe } from '../../../web/me.ts';
import type { AgreementOnWire, StandardAgreementOnWire } from '../../agreement/agreement.shape.ts';
import css from './agreement.module.css';
import { Reviewers } from './reviewers.view.tsx';
import { Rule } from './rule.view.tsx';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>How far people agree</h1>
        <p className={css.lede}>
          A standard on which two people don’t say the same of the same contact is no standard yet. Here is how far they
          do, and how far the machine does.
        </p>
      </header>
      <Ask<AgreementOnWire> path="/v1/agreement">{(told) => <Told told={told} />}</Ask>
    </div>
  );
}

const order: readonly StandardAgreementOnWire['standing'][] = [
  'reword-or-split',
  'open',
  'holds',
  'all-alike',
  'too-few',
];

function Told({ told }: { readonly told: AgreementOnWire }) {
  const { standards, rule, can } = told;
  if (told.doubles === 0 && told.reviewers.length === 0 && standards.every((one) => one.machine.length === 0))
    return <Nothing needed={rule.doubles} />;
  const sorted = standards.toSorted(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || a.title.localeCompare(b.title),
  );
  const poor = standards.filter((one) => one.standing === 'reword-or-split').length;
  const [said, few] = [
    sorted.filter((one) => one.standing !== 'too-few'),
    sorted.filter((one) => one.standing === 'too-few'),
  ];
  return (
    <>
      <p className={css.sentence}>{headline(told, poor, said.length)}</p>
      <Calibrate can={can.calibrate} />
      {said.length > 0 ? (
        <section className={css.section} aria-labelledby="standards">
          <h2 id="standards">Standard by standard</h2>
          <ul className={css.list}>
            {said.map((one) => (
              <li key={one.standard} className={css.card} data-standing={one.standing}>
                <div className={css.cardHead}>
                  <h3>
                    <Link to="/standards/$id" params={{ id: one.standard } as never}>
                      {one.title}
                    </Link>
                  </h3>
                  <Standing standing={one.standing} />
                </div>
                <AgreementTold one={one} floor={rule.floor} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {few.length > 0 ? <Few standards={few} floor={rule.floor} /> : null}
      {told.reviewers.length > 0 ? <Reviewers told={told} /> : null}
      <Meaning />
      <DisputeNumbers />
      {can.rule ? <Rule rule={rule} /> : null}
    </>
  );
}

function headline(told: AgreementOnWire, poor: number, said: number): string {
  const from = `${countOf(told.doubles, 'double review')}`;
  if (said === 0)
    return `${from} so far: too few on any one standard. It takes ${counted(told.rule.doubles)} on a standard to say something of it.`;
  if (poor > 0)
    return `On ${countOf(poor, 'standard')} of ${counted(said)} people don’t agree well enough: reword ${poor === 1 ? 'it' : 'them'}, or split ${poor === 1 ? 'it' : 'them'}.`;
  return `No standard of ${counted(said)} is surely poor. From ${from}.`;
}

function Calibrate({ can }: { readonly can: boolean }) {
  const me = useMe();
  if (!sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'])) return null;
  return (
    <p className={css.acts}>
      {can && !me.readsOnly ? (
        <Button renderRoot={(props) => <Link {...props} to="/calibrations/new" />}>Calibrate together</Button>
      ) : null}
      <Link to="/calibrations">Calibrations</Link>
      <Link to="/reviews">Reviews</Link>
    </p>
  );
}

function Few({ standards, floor }: { readonly standards: readonly StandardAgreementOnWire[]; readonly floor: number }) {
  return (
    <section className={css.section} aria-labelledby="few">
      <h2 id="few">Too few double reviews to say</h2>
      <ul className={css.few}>
        {standards.map((one) => (
          <li key={one.standard}>
            <details>
              <summary>
                {one.title}: {one.units > 0 ? `${countOf(one.units, 'double review')}, ` : ''}
                {doubles(one.needed)} until something can be said
              </summary>
              <AgreementTold one={one} floor={floor} />
              <p>
                <Link to="/standards/$id" params={{ id: one.standard } as never}>
                  The standard
                </Link>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Meaning() {
  return (
    <section className={css.section} aria-labelledby="meaning">
      <h2 id="meaning">What these figures mean</h2>
      <p>
        Two people who toss coins say the same half the time. So what counts is agreement beyond chance: 1 is always the
        same, 0 is as by chance. It is worked out from contacts that two marked without seeing each other’s marks, each
        weighed by the chance with which it was drawn.
      </p>
      <p>
        The band is where it likely lies, 95 times of 100. A standard is called poor only where even the upper end stays
        under the mark that it should reach: then it isn’t bad luck. Where a miss is rare, alpha falls though people
        nearly always agree, and AC1 flatters: so both stand there, with how often it was missed.
      </p>
      <p>
        Nothing here is about those who served. Who disputes a mark, and whose marks are overturned, is told of
        reviewers, and never held against anybody who disputes.
      </p>
    </section>
  );
}

function Nothing({ needed }: { readonly needed: number }) {
  const me = useMe();
  const plans = sees(me, ['owner', 'district-manager', 'manager', 'trainer']);
  return (
    <Empty
      title="No contact was marked by two people yet"
      action={plans ? <Link to="/reviews/plans">Plan what two people see</Link> : <Link to="/reviews">Reviews</Link>}
      example={
        <p>
          In 42 double reviews people said the same 71 times of 100. In 9 of the 12 times they differed, one said “met”
          and another “doesn’t apply”: when it applies isn’t plain.
        </p>
      }
    >
      Have a share of contacts seen by two people, neither of whom sees what the other said. From {counted(needed)} such
      double reviews of a standard on, this page says how far they agree on it, and which standards to reword or split.
    </Empty>
  );
}
