// One calibration: while it is marked, who is in and one's own contacts; once it is shown, where people differ, the talk, the key, and what
// becomes of each standard's wording.
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { counted, countOf, day } from '../../../web/kit/words.ts';
import type { CalibrationOnWire } from '../../calibration/calibration.shape.ts';
import { Act } from './act.view.tsx';
import css from './calibrations.module.css';
import { ContactTalk } from './contact-talk.view.tsx';
import { Wording } from './wording.view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const path = `/v1/calibrations/${encodeURIComponent(id)}`;
  return (
    <Ask<CalibrationOnWire> title="Calibration" path={path}>
      {(told) => <Told key={told.id} told={told} path={path} />}
    </Ask>
  );
}

interface Of {
  readonly told: CalibrationOnWire;
  readonly path: string;
}

const because = {
  'all-in': 'Everybody was in',
  'day-over': 'Its last day was over',
  told: 'It was shown before everybody was in',
} as const;

function Told({ told, path }: Of) {
  const { name, state, standards, contacts } = told;
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/calibrations">Calibrations</Link>
        </p>
        <h1>{name}</h1>
        <p className={css.soft}>
          {`${countOf(contacts.length, 'contact')}, ${countOf(told.people.length, 'person', 'people')}, begun ${day(told.madeOn)}, to be marked until ${day(told.due)}.`}
        </p>
        <ul className={css.standards}>
          {standards.map((one) => (
            <li key={one.id}>
              <Link to="/standards/$id" params={{ id: one.id } as never}>
                {one.title}
              </Link>
              <span className={css.soft}> {one.says}</span>
            </li>
          ))}
        </ul>
      </header>
      {state === 'marking' ? <Marking told={told} path={path} /> : null}
      {state === 'dropped' ? <p>This calibration was taken back. What was marked for it is shown to nobody.</p> : null}
      {state === 'talking' || state === 'closed' ? <Shown told={told} path={path} /> : null}
    </article>
  );
}

function Marking({ told, path }: Of) {
  const { yours, people, allIn, can } = told;
  const [next] = yours.filter((one) => !one.done);
  const open = yours.filter((one) => !one.done).length;
  return (
    <>
      {yours.length > 0 ? (
        <section className={css.section} aria-labelledby="yours">
          <h2 id="yours">Your marks</h2>
          {next ? (
            <>
              <p>{`${counted(open)} of your ${countOf(yours.length, 'contact')} to mark. Nobody sees what you say until it is shown to all.`}</p>
              <p className={css.acts}>
                <Button
                  renderRoot={(props) => <Link {...props} to="/reviews/$task" params={{ task: next.task } as never} />}
                >
                  {open === yours.length ? 'Start' : 'Go on'}
                </Button>
              </p>
            </>
          ) : (
            <p>Yours are in. What the others say you see once everybody is in, or after {day(told.due)}.</p>
          )}
        </section>
      ) : null}
      <section className={css.section} aria-labelledby="in">
        <h2 id="in">Who is in</h2>
        <p>{`${counted(allIn)} of ${countOf(people.length, 'person', 'people')}.`}</p>
        {can.run ? (
          <>
            <ul className={css.people}>
              {people.map((one) => (
                <li key={one.who}>
                  {one.who}: {one.in ? 'in' : 'not yet'}
                </li>
              ))}
            </ul>
            <div className={css.acts}>
              <Act
                path={path}
                method="POST"
                to="/reveal"
                label="Show it now"
                sure="Show what each said so far? Contacts that aren’t marked yet leave the queues."
              />
              <Act
                path={path}
                method="POST"
                to="/drop"
                label="Take it back"
                sure="Take this calibration back? What was marked for it is shown to nobody, ever."
              />
            </div>
          </>
        ) : null}
      </section>
    </>
  );
}

function Shown({ told, path }: Of) {
  const { standards, state, open, can, contacts } = told;
  const all = contacts.flatMap((one) => one.cells.filter((cell) => cell.said.length > 0));
  const same = all.filter((cell) => cell.same).length;
  return (
    <>
      <section className={css.section} aria-labelledby="how-far">
        <h2 id="how-far">How far you agreed</h2>
        <p className={css.sentence}>
          {all.length === 0
            ? 'Nobody had marked anything when it was shown.'
            : `All said the same ${counted(same)} of ${countOf(all.length, 'time')}.`}
        </p>
        <p className={css.soft}>
          {told.revealedBecause ? `${because[told.revealedBecause]}.` : ''}
          {state === 'talking' && open > 0 ? ` ${countOf(open, 'place')} still without an agreed key.` : ''}
          {state === 'closed' ? ' Closed: this is the agreed key.' : ''}
        </p>
        {state === 'closed' ? <Near told={told} /> : null}
      </section>
      <section className={css.section} aria-labelledby="contacts">
        <h2 id="contacts">Contact by contact</h2>
        {contacts.map((one, at) => (
          <ContactTalk key={one.contact} nth={at + 1} contact={one} told={told} path={path} />
        ))}
      </section>
      <section className={css.section} aria-labelledby="wording">
        <h2 id="wording">What becomes of the wording</h2>
        {standards.map((one) => (
          <Wording key={one.id} standard={one} path={path} can={can.run} />
        ))}
      </section>
      {state === 'talking' && can.run ? (
        <div className={css.acts}>
          <Act
            path={path}
            method="POST"
            to="/close"
            label="Close it with this key"
            sure="Close this calibration? The key then stands; the wording may still be decided on."
            first
          />
        </div>
      ) : null}
    </>
  );
}

/** How near each was to the key: everybody to those who answer for reviewers, else one's own. */
function Near({ told: { people } }: Pick<Of, 'told'>) {
  const told = people.filter((one) => one.near !== null && one.near.of > 0);
  if (told.length === 0) return null;
  return (
    <ul className={css.people}>
      {told.map((one) => (
        <li key={one.who}>
          {`${one.you ? 'You' : one.who}: ${counted(one.near!.same)} of ${counted(one.near!.of)} as the key has it`}
        </li>
      ))}
    </ul>
  );
}
