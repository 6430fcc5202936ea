// The code of a shielded letter, shown this once.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import kit from '../../web/kit/answered.module.css';
import css from './letters.module.css';

export function CodeShown({ code, comesTo }: { readonly code: string; readonly comesTo: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={kit.page}>
      <header className={kit.head}>
        <h1>It is handed in</h1>
        <p>{`It comes out tomorrow, without your name, and ${comesTo} is asked for an answer.`}</p>
      </header>
      <section className={kit.section} aria-labelledby="code">
        <h2 id="code">Write this code down</h2>
        <p className={css.code}>{code}</p>
        <p>
          It is shown this once and kept nowhere. With it, and with nothing else, you read the replies and answer them
          under Letters, “I have a code”. Who has the code can write as you: keep it to yourself.
        </p>
        <div className={kit.actions}>
          <Button
            variant="default"
            onClick={() => {
              // Where the browser has no clipboard for the page, it is written down by hand.
              navigator.clipboard?.writeText(code).then(
                () => setCopied(true),
                () => undefined,
              );
            }}
          >
            Copy it
          </Button>
          <Link to="/letters">I have written it down</Link>
          <span role="status">{copied ? 'Copied.' : ''}</span>
        </div>
      </section>
    </div>
  );
}
