// Mail that would have been sent, where no mail server is set: an owner passes it on.
import { Ask } from '../../web/kit/ask.view.tsx';
import { day } from '../../web/kit/words.ts';
import css from './settings.module.css';

interface Waiting {
  readonly mail: readonly {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly words: string;
    readonly madeAt: string;
  }[];
}

export function Outbox() {
  return (
    <section className={css.section} aria-labelledby="outbox">
      <div className={css.head}>
        <h2 id="outbox">Mail that waits</h2>
        <p>No mail server is set, so nothing is sent. What would have gone is here to be passed on.</p>
      </div>
      <Ask<Waiting> path="/v1/mail/outbox" isEmpty={({ mail }) => mail.length === 0} empty={<p>Nothing waits.</p>}>
        {({ mail }) => (
          <ul className={css.list}>
            {mail.map((one) => (
              <li key={one.id} className={css.item}>
                <details className={css.wide}>
                  <summary>
                    {`${one.subject}, ${one.to === '' ? 'to be read here' : `to ${one.to}`}, ${day(one.madeAt)}`}
                  </summary>
                  <p className={css.address}>{one.words}</p>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Ask>
    </section>
  );
}
