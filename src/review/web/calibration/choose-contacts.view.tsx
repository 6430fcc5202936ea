// Contacts to calibrate on, by what the machine says of a standard: a mix of unsure, missed and met shows most of how people differ.
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ListedContact } from '../../../marking/search/contacts.shape.ts';
import { type Page, withQuery } from '../../../web/api.ts';
import { useAsked } from '../../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { day } from '../../../web/kit/words.ts';
import { contactWord } from '../review-words.core.ts';
import css from './calibrations.module.css';

export const mostContacts = 12;
const ofEach = 4;

const sorts = [
  ['unsure', 'The machine is unsure'],
  ['failed', 'The machine says missed'],
  ['met', 'The machine says met'],
] as const;

interface Choosing {
  readonly chosen: readonly string[];
  readonly choose: (contacts: readonly string[]) => void;
}

export function ChooseContacts({ standards, chosen, choose }: Choosing & { readonly standards: readonly string[] }) {
  const [first] = standards;
  return (
    <fieldset className={css.contacts}>
      <legend>Contacts</legend>
      <p className={css.soft}>
        {first === undefined
          ? 'Choose a standard first: then contacts come up that show how it is marked.'
          : `Up to ${mostContacts}. Take some of each sort: where the machine is unsure, people often are too.`}
      </p>
      {first === undefined ? null : (
        <>
          {sorts.map(([verdict, title]) => (
            <Sort key={verdict} title={title} standard={first} verdict={verdict} chosen={chosen} choose={choose} />
          ))}
          <p className={css.acts}>
            <span role="status">{`${chosen.length} chosen`}</span>
            {chosen.length > 0 ? (
              <Button variant="subtle" size="xs" onClick={() => choose([])}>
                Choose anew
              </Button>
            ) : null}
          </p>
        </>
      )}
    </fieldset>
  );
}

function Sort({
  title,
  standard,
  verdict,
  chosen,
  choose,
}: Choosing & { readonly title: string; readonly standard: string; readonly verdict: string }) {
  const { data, error } = useAsked<Page<ListedContact>>(
    withQuery('/v1/contacts', { standard, verdict, limit: ofEach }),
  );
  if (error && !data) return <ProblemNotice problem={error} />;
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className={css.sort}>
      <p className={css.sortTitle}>{title}</p>
      {items.map((one) => (
        <div key={one.id} className={css.tick}>
          <Checkbox
            checked={chosen.includes(one.id)}
            disabled={!chosen.includes(one.id) && chosen.length >= mostContacts}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
            }
            label={`${contactWord(one.channel, one.kind === undefined ? [] : [one.kind])}${one.day ? `, ${day(one.day)}` : ''}`}
            description={one.reason ?? `${one.words} words`}
          />
          <Link to="/contacts/$id" params={{ id: one.id } as never} search={{ standard } as never} target="_blank">
            Read it
          </Link>
        </div>
      ))}
    </div>
  );
}
