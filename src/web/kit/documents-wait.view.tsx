// On Today: documents that wait for a decision which whoever looks may make, with what it is.
import { Link } from '@tanstack/react-router';
import type { DocumentsToDecideOnWire } from '../../record/publish/documents.shape.ts';
import css from './answers.module.css';
import { useAsked } from './ask.view.tsx';
import { countOf } from './words.ts';

const shown = 5;

const words: Readonly<Record<DocumentsToDecideOnWire['items'][number]['decision'], string>> = {
  approve: 'Approve it, or say what is wrong',
  look: 'Look whether a law or a risk stands against it',
  sign: 'Sign it',
  publish: 'Approved: publish it',
  're-justify': 'Suspended: say why it still stands',
};

export function DocumentsWait() {
  const waiting = useAsked<DocumentsToDecideOnWire>('/v1/documents/to-decide').data?.items ?? [];
  if (waiting.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="documents-wait">
      <h2 id="documents-wait">{countOf(waiting.length, 'document waits', 'documents wait')} for your decision</h2>
      <ul className={css.list}>
        {waiting.slice(0, shown).map(({ kind, id, title, decision }) => (
          <li key={`${kind} ${id}`}>
            <Link to={`/documents/${kind}/${encodeURIComponent(id)}${decision === 're-justify' ? '' : '/edit'}`}>
              {title}
            </Link>
            <span className={css.soft}>{words[decision]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
