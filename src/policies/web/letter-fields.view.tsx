// Fields of a letter's form: what it cites, which rule and site it is about, and the shield.
import { Button, Select, Switch } from '@mantine/core';
import type { LetterChoices } from '../../fixes/letters/letters-followed.shape.ts';
import kit from '../../web/kit/answered.module.css';
import { Quote } from '../../web/kit/quote.view.tsx';
import { day } from '../../web/kit/words.ts';
import css from './letters.module.css';

export interface Begun {
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
  readonly cites: readonly string[];
  /** `policy/quotes`, or empty. */
  readonly document: string;
  readonly part: string;
  readonly site: string;
  /** It was kept as a draft before. */
  readonly drafted: boolean;
}

export function Cited({
  letter,
  choices,
  drop,
}: {
  readonly choices: LetterChoices;
  readonly letter: Begun;
  readonly drop: (mark: string) => void;
}) {
  if (letter.cites.length === 0) return null;
  return (
    <section className={kit.section} aria-labelledby="cites">
      <h2 id="cites">It cites</h2>
      {letter.cites.map((mark) => {
        const told = choices.quotes.find((one) => one.mark === mark);
        return (
          <div key={mark} className={css.cited}>
            {told ? (
              <Quote
                words={told.quote?.words ?? 'Told by a form or the clock, not by words.'}
                before={told.quote?.before ?? ''}
                after={told.quote?.after ?? ''}
                to={told.quote?.to}
                from={[told.standard.title, told.site?.name, told.day ? day(told.day) : undefined]
                  .filter(Boolean)
                  .join(', ')}
              />
            ) : (
              <p className={kit.soft}>A contact that is gone, or not yours to see.</p>
            )}
            <Button size="xs" variant="default" onClick={() => drop(mark)}>
              Leave this out
            </Button>
          </div>
        );
      })}
    </section>
  );
}

export function About({
  letter,
  choices,
  change,
}: {
  readonly choices: LetterChoices;
  readonly letter: Begun;
  readonly change: (more: Partial<Begun>) => void;
}) {
  const { documents, sites } = choices;
  const found = documents.find((one) => `${one.kind}/${one.id}` === letter.document);
  const short = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 88)} …`);
  return (
    <>
      {documents.length === 0 ? null : (
        <Select
          label="Which rule it is about"
          description="Whoever owns it is asked. Leave it open where it stands in no document."
          clearable
          searchable
          data={documents.map(({ kind, id, title }) => ({ value: `${kind}/${id}`, label: `${title} (${kind})` }))}
          value={found ? letter.document : null}
          onChange={(value) => change({ document: value ?? '', part: '' })}
        />
      )}
      {found && found.parts.length > 0 ? (
        <Select
          label={found.kind === 'policy' ? 'Which clause' : 'Which step'}
          clearable
          data={found.parts.map(({ id, text }) => ({ value: id, label: `${id}. ${short(text)}` }))}
          value={found.parts.some((one) => one.id === letter.part) ? letter.part : null}
          onChange={(value) => change({ part: value ?? '' })}
        />
      ) : null}
      {sites.length === 0 ? null : (
        <Select
          label="Which site it is about"
          description="Leave it open where it is about all."
          clearable
          searchable
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={sites.some((one) => one.id === letter.site) ? letter.site : null}
          onChange={(value) => change({ site: value ?? '' })}
        />
      )}
    </>
  );
}

export function Shield({ up, setUp }: { readonly up: boolean; readonly setUp: (on: boolean) => void }) {
  return (
    <div className={css.shield}>
      <Switch
        label="Without my name"
        description="You are not stored at all: not here, not in the history, not in the server’s log."
        checked={up}
        onChange={(event) => setUp(event.currentTarget.checked)}
      />
      {up ? (
        <ul className={kit.soft}>
          <li>The letter comes out tomorrow with all others of today, so that nobody can tell it by the hour.</li>
          <li>You get a code, shown once. It is the only way to read the replies and to answer them.</li>
          <li>Your draft is thrown away now. Nothing is kept until you hand the letter in.</li>
          <li>Your own words may still tell who you are. They are looked through before you hand them in.</li>
        </ul>
      ) : null}
    </div>
  );
}
