// What reviewers say of a contact, before what a machine says of it: their word stands. Where they say otherwise it is told in full,
// where they say the same in one line. No reviewer is named.
import { IconUserCheck } from '@tabler/icons-react';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { MayDispute } from '../../web/kit/disputed-mark.view.tsx';
import { counted } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import css from './contact.module.css';
import { FromMark, mayBeCoached } from './from-mark.view.tsx';

type Said = OneContact['people'][number];

const by: Readonly<Record<Said['by'], string>> = {
  one: 'One reviewer',
  two: 'Two reviewers who did not see each other’s',
  adjudicated: 'Two reviewers differed, and a third decided',
};

function wordOf({ kind }: Said, verdict: Said['verdict']): string {
  return verdictWord(verdict, kind).toLowerCase();
}

export function PeopleSay({ contact }: { readonly contact: OneContact }) {
  const me = useMe();
  if (contact.reviewing)
    return (
      <p className={css.note}>
        You have this one in hand for a review. What anybody has said of it is shown to you once you have sent yours.
      </p>
    );
  if (contact.people.length === 0) return null;
  const mine = contact.person !== undefined && contact.person.id === me.person?.id;
  const machine = new Map(contact.marks.map((one) => [one.standard, one.verdict]));
  const machineOf = (one: Said): Said['verdict'] => machine.get(one.standard) ?? 'not-applicable';
  const otherwise = contact.people.filter((one) => machineOf(one) !== one.verdict);
  const same = contact.people.filter((one) => machineOf(one) === one.verdict);
  return (
    <section aria-label="What reviewers say" className={css.people}>
      {otherwise.length === 0 ? null : (
        <>
          <h2 className={css.groupTitle}>
            Reviewers say otherwise <span>{counted(otherwise.length)}</span>
          </h2>
          <ul>
            {otherwise.map((one) => (
              <li key={one.standard}>
                <p>
                  <IconUserCheck size={18} aria-hidden /> <strong>{one.title}</strong>: {wordOf(one, one.verdict)}
                </p>
                {one.evidence.slice(0, 2).map(({ turn, from, quote }) => (
                  <blockquote key={`${String(turn)} ${String(from)}`} className={css.evidence}>
                    “{quote}”
                  </blockquote>
                ))}
                <p className={css.soft}>
                  {by[one.by]}. The machine: {wordOf(one, machineOf(one))}.
                </p>
                <FromMark
                  mark={{ id: one.mark, verdict: one.verdict }}
                  contact={contact.id}
                  coached={mayBeCoached(contact, me)}
                />
                {one.verdict === 'failed' ? (
                  <MayDispute contact={contact.id} mark={one.mark} standard={one.standard} mine={mine} />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {same.length === 0 ? null : (
        <p className={css.soft}>
          <IconUserCheck size={18} aria-hidden /> Reviewers say the same as the machine of{' '}
          {same.map((one) => one.title).join(', ')}.
        </p>
      )}
    </section>
  );
}
