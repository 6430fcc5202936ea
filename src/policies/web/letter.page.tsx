// One letter: its words and quotes, whom it waits for and until when, what was said, what came of it, and what the reader may do.
import { Link, useParams } from '@tanstack/react-router';
import type { LetterFollowed } from '../../fixes/letters/letters-followed.shape.ts';
import kit from '../../web/kit/answered.module.css';
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { Quote } from '../../web/kit/quote.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import type { LetterOnWire } from '../letters/letters.shape.ts';
import { AnswerForm, GrowForm, LookForm, QuickActs, SayForm, SignForm } from './letter-acts.view.tsx';
import { FixOfLetter } from './letter-fix.view.tsx';
import { Events, Standing, Words } from './letter-told.view.tsx';
import css from './letters.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const path = `/v1/letters/${encodeURIComponent(id)}`;
  return (
    <div className={kit.page}>
      <Ask<LetterOnWire> path={path} title="Letter">
        {(letter) => <OneLetter letter={letter} />}
      </Ask>
    </div>
  );
}

function OneLetter({ letter }: { readonly letter: LetterOnWire }) {
  const { id, number, writer, shielded, mine, sentOn, flag, about, site, can, supporters, supporterNames } = letter;
  const { data } = useAsked<LetterFollowed>(`/v1/letters/${encodeURIComponent(id)}/followed`);
  return (
    <>
      <header className={kit.head}>
        <p className={kit.soft}>
          <Link to="/letters">Letters</Link>
        </p>
        <h1>{`${flag ? 'Flag' : 'Letter'} ${number}`}</h1>
        <p className={kit.soft}>
          {`${mine ? 'You' : shielded ? 'A shielded writer' : (writer ?? 'A program')}, ${day(sentOn)}`}
          {about ? (
            <>
              {', about '}
              <Link to="/documents/$kind/$id" params={{ kind: about.kind, id: about.document } as never}>
                {about.title}
              </Link>
              {about.part === undefined ? '' : `, ${about.kind === 'policy' ? 'clause' : 'step'} ${about.part}`}
            </>
          ) : null}
          {site ? `, ${site.name}` : ''}
        </p>
      </header>
      <Standing letter={letter} />
      <Words letter={letter} />
      <Quotes followed={data} cites={letter.cites.length} />
      <section className={kit.section} aria-labelledby="who-is-for-it">
        <h2 id="who-is-for-it">Who is for it</h2>
        <p>
          {supporters === null
            ? 'Fewer than five have joined; while the writer is shielded they are not told.'
            : supporters === 0
              ? 'Nobody has joined yet.'
              : `${countOf(supporters, 'supporter')}${supporterNames.length > 0 ? `: ${supporterNames.join(', ')}` : ''}.`}
        </p>
        <QuickActs letter={letter} />
      </section>
      {can.includes('answer') ? <AnswerForm letter={letter} /> : null}
      {can.includes('look') ? <LookForm id={id} /> : null}
      {can.includes('sign') ? <SignForm id={id} /> : null}
      {can.includes('grow') ? <GrowForm id={id} /> : null}
      <CameOfIt followed={data} />
      <Events events={letter.events} />
      {can.includes('say') ? <SayForm id={id} /> : null}
    </>
  );
}

function Quotes({ followed, cites }: { readonly followed: LetterFollowed | undefined; readonly cites: number }) {
  if (cites === 0 || !followed) return null;
  const hidden = cites - followed.quotes.length;
  return (
    <section className={kit.section} aria-labelledby="cited">
      <h2 id="cited">What customers met</h2>
      <div className={css.quotes}>
        {followed.quotes.map((one) => (
          <Quote
            key={one.mark}
            words={one.quote?.words ?? 'Told by a form or the clock, not by words.'}
            before={one.quote?.before ?? ''}
            after={one.quote?.after ?? ''}
            to={one.quote?.to}
            from={[one.standard.title, one.site?.name, one.day ? day(one.day) : undefined].filter(Boolean).join(', ')}
            more={
              <Link to="/contacts/$id" params={{ id: one.contact } as never} search={{ mark: one.mark } as never}>
                the whole contact
              </Link>
            }
          />
        ))}
      </div>
      {hidden > 0 ? <p className={kit.soft}>{`${countOf(hidden, 'contact')} more that you don’t see.`}</p> : null}
    </section>
  );
}

function CameOfIt({ followed }: { readonly followed: LetterFollowed | undefined }) {
  if (!followed || followed.on === null) return null;
  const { document, published, fix, says } = followed;
  const [kind = '', ...rest] = document?.split('/') ?? [];
  return (
    <section className={kit.section} aria-labelledby="came-of-it">
      <h2 id="came-of-it">What came of it</h2>
      {document ? (
        <p>
          {published
            ? `Version ${published.version}, which cites this letter, was published and holds from ${day(published.from)}: `
            : 'A new version was begun that cites this letter: '}
          <Link to="/documents/$kind/$id" params={{ kind, id: rest.join('/') } as never}>
            {published ? 'read it' : 'see how it stands'}
          </Link>
          .
        </p>
      ) : null}
      {fix ? <FixOfLetter fix={fix} /> : null}
      {says === '' ? null : <p className={kit.soft}>{says}</p>}
    </section>
  );
}
