// What became of a contact here: when it came, when it was read again, when it was marked.
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { day } from '../../web/kit/words.ts';
import css from './contact.module.css';

const says = { imported: 'Brought in', 'read again': 'Brought in again, with other words', marked: 'Marked' } as const;

export function History({ contact }: { readonly contact: OneContact }) {
  return (
    <details className={css.history}>
      <summary>History, and where it came from</summary>
      <ul>
        {contact.history.map((one, at) => (
          <li key={at}>
            <span className={css.soft}>{day(one.at)}</span> {says[one.what]}
            {one.import ? ` from “${one.import.label}”` : ''}
          </li>
        ))}
      </ul>
      <p className={css.soft}>
        {contact.source.file} · {contact.source.originalId}
      </p>
    </details>
  );
}
